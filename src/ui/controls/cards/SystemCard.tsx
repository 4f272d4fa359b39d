import { useId } from 'react';
import { useApp } from '../../store';
import classes from '../controls.module.css';
import { configPending, type Experiment } from '../experiment';
import { ListField } from '../fields/ChoiceField';
import { FieldLabel } from '../fields/FieldLabel';
import { useWords } from '../words';
import { About } from './About';
import { Paper } from './Paper';

/** Which generative system plays, with its paper. */
export function SystemCard({ experiment }: { experiment: Experiment }) {
  const { catalog, running, system, dataset } = experiment;
  const pick = useApp((app) => app.pickSystem);
  const { words } = useWords();
  const id = useId();
  const nameOf = (key: string) => words(`systems.${key}.name`, {}, key);
  return (
    <div className={classes.form}>
      <div className={classes.field}>
        <FieldLabel
          htmlFor={id}
          label={words('controls.system.pick')}
          help={words('controls.system.help')}
          running={configPending(experiment, 'system') && running ? nameOf(running.system) : null}
        />
        <ListField
          id={id}
          value={system.id}
          data={catalog.systems.map((entry) => ({
            value: entry.id,
            label: nameOf(entry.id),
            hint: entry.kinds.includes(dataset.kind)
              ? words(`systems.${entry.id}.hint`, {}, '')
              : words('controls.system.otherKind', {
                  kinds: entry.kinds.map((kind) => words(`controls.data.kindNames.${kind}`)).join(', '),
                }),
          }))}
          onChange={pick}
        />
        <p className={classes.hint}>{words(`systems.${system.id}.hint`, {}, '')}</p>
      </div>
      <Paper paper={system.paper} />
      <About id={system.id} />
    </div>
  );
}
