import type { LayerSpec, NetworkEnds } from '../../../core/layers';
import { checkNetwork } from '../../../core/layers';
import { type LayersSpec, networkEnds } from '../../../core/params';
import { useApp } from '../../store';
import classes from '../controls.module.css';
import type { Experiment } from '../experiment';
import { Disclosure } from '../fields/Disclosure';
import { showValue } from '../fields/describe';
import { FieldLabel } from '../fields/FieldLabel';
import { ParamForm } from '../fields/ParamForm';
import { type Field, fieldsOf, isPending } from '../forms';
import { outline } from '../layers/edits';
import { LayerEditor } from '../layers/LayerEditor';
import { formatCount } from '../numbers';
import { sentence, useWords } from '../words';

/** The networks: what the system declares of them, and each one's layer editor. */
export function NetworksCard({ experiment }: { experiment: Experiment }) {
  const { draft, running, system } = experiment;
  const edit = useApp((app) => app.editParam);
  const fields = fieldsOf(system.params, draft.systemParams, 'networks');
  return (
    <div className={classes.form}>
      <ParamForm fields={fields} values={draft.systemParams} running={running?.systemParams ?? null} onChange={edit} />
      {fields
        .filter(({ spec }) => spec.kind === 'layers')
        .map((field) => (
          <NetworkField key={`${system.id}-${field.name}`} field={field} experiment={experiment} />
        ))}
    </div>
  );
}

/** The ends of the network that a parameter holds, as the draft decides them. */
export function endsOf({ draft, sample }: Experiment, spec: LayersSpec): NetworkEnds {
  return networkEnds(spec, draft.systemParams, sample);
}

/** One network: a line with its outline and size that opens the layer editor. */
function NetworkField({ field: { name, spec }, experiment }: { field: Field; experiment: Experiment }) {
  const edit = useApp((app) => app.editParam);
  const { words, language } = useWords();
  if (spec.kind !== 'layers') return null;
  const { draft, running, system, dataset } = experiment;
  const layers = draft.systemParams[name] as readonly LayerSpec[];
  const ends = endsOf(experiment, spec);
  const report = checkNetwork(layers, ends);
  const label = words(`params.${name}.label`, {}, name);
  const before = running?.systemParams[name];
  const pending = isPending(name, draft.systemParams, running?.systemParams ?? null) && before !== undefined;
  return (
    <div className={classes.network} data-param={name} data-player={spec.player}>
      <FieldLabel
        labelId={`network-${name}`}
        label={label}
        help={words(`params.${name}.help`, {}, label)}
        running={pending ? showValue(`params.${name}`, spec, before, words) : null}
      />
      {!report.problem && <p className={classes.outline}>{outline(report)}</p>}
      <Disclosure
        closedNote={report.problem && <p className={classes.refused}>{sentence(words, report.problem)}</p>}
        title={words('controls.layers.open', { count: layers.length })}
        aside={
          report.problem
            ? null
            : words('controls.layers.weights', {
                count: report.parameters,
                shown: formatCount(report.parameters, language),
              })
        }
      >
        <LayerEditor
          name={label}
          layers={layers}
          ends={ends}
          defaults={(system.defaults[dataset.id]?.[name] ?? spec.default) as readonly LayerSpec[]}
          onChange={(next) => edit(name, next)}
        />
      </Disclosure>
    </div>
  );
}
