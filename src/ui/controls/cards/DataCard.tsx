import { useId } from 'react';
import { DATA_KINDS } from '../../../core/catalog';
import DataPanel from '../../data/DataPanel';
import { useApp } from '../../store';
import classes from '../controls.module.css';
import { configPending, type Experiment } from '../experiment';
import { ListField } from '../fields/ChoiceField';
import { FieldLabel } from '../fields/FieldLabel';
import { ParamForm } from '../fields/ParamForm';
import { byKind, fieldsOf } from '../forms';
import { useWords } from '../words';

/** Which data: the picker by kind, the set's parameters, and the panel for files and drawings. */
export function DataCard({ experiment }: { experiment: Experiment }) {
  const { catalog, draft, running, dataset } = experiment;
  const pick = useApp((app) => app.pickDataset);
  const edit = useApp((app) => app.editDataParam);
  const stored = useApp((app) => app.stored);
  const { words } = useWords();
  const id = useId();
  const nameOf = (key: string) => words(`datasets.${key}.name`, {}, key);
  const groups = byKind(catalog.datasets, DATA_KINDS).map(({ kind, datasets }) => ({
    group: words(`controls.data.kinds.${kind}`),
    items: datasets.map((entry) => ({
      value: entry.id,
      label: nameOf(entry.id),
      hint:
        entry.source === 'files' && !stored.includes(entry.id)
          ? `${words(`datasets.${entry.id}.hint`, {}, '')} ${words('controls.data.needsFile')}`.trim()
          : words(`datasets.${entry.id}.hint`, {}, ''),
    })),
  }));
  return (
    <div className={classes.form}>
      <div className={classes.field}>
        <FieldLabel
          htmlFor={id}
          label={words('controls.data.pick')}
          help={words('controls.data.help')}
          running={configPending(experiment, 'dataset') && running ? nameOf(running.dataset) : null}
        />
        <ListField id={id} value={dataset.id} data={groups} onChange={(next) => pick(next)} />
        <p className={classes.hint}>{words(`datasets.${dataset.id}.hint`, {}, '')}</p>
      </div>
      <ParamForm
        fields={fieldsOf(dataset.params, draft.datasetParams)}
        values={draft.datasetParams}
        running={running?.dataset === draft.dataset ? running.datasetParams : null}
        section="params.data"
        onChange={edit}
      />
      <DataPanel />
    </div>
  );
}
