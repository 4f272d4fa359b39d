import type { ParamValue, ParamValues } from '../../../core/params';
import classes from '../controls.module.css';
import { byImportance, type Field, isPending } from '../forms';
import { useWords, type WordSection } from '../words';
import { Disclosure } from './Disclosure';
import { ParamField } from './ParamField';

interface ParamFormProps {
  fields: readonly Field[];
  values: ParamValues;
  /** Values of the run; null where nothing comparable runs. */
  running: ParamValues | null;
  /** Under a player's heading the short labels are enough. */
  short?: boolean;
  /** Where the words of the parameters lie. */
  section?: WordSection;
  onChange(name: string, value: ParamValue): void;
}

/** A form made from declared parameters: the few that matter first, the rest under "More". Networks have their own editor. */
export function ParamForm({ fields, values, running, short = false, section = 'params', onChange }: ParamFormProps) {
  const { words } = useWords();
  const { first, more } = byImportance(fields.filter(({ spec }) => spec.kind !== 'layers'));
  const draw = (list: readonly Field[]) =>
    list.map(({ name, spec }) => (
      <ParamField
        key={name}
        name={name}
        spec={spec}
        value={values[name] ?? spec.default}
        running={isPending(name, values, running) ? running?.[name] : undefined}
        short={short}
        section={section}
        onChange={(value) => onChange(name, value)}
      />
    ));
  if (first.length + more.length === 0) return null;
  return (
    <div className={classes.form}>
      {draw(first)}
      {more.length > 0 && (
        <Disclosure title={words('controls.more')}>
          <div className={classes.form}>{draw(more)}</div>
        </Disclosure>
      )}
    </div>
  );
}
