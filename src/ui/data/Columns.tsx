import { useEffect, useId, useState } from 'react';
import type { Catalog, DatasetEntry } from '../../core/catalog';
import { numericColumns } from '../../core/columns';
import type { ParamValues } from '../../core/params';
import type { DataReplies } from '../../worker/protocol';
import { ChoiceField, ListField } from '../controls/fields/ChoiceField';
import { FieldLabel } from '../controls/fields/FieldLabel';
import { useWords } from '../controls/words';
import { useApp } from '../store';
import { columnsInUse } from './table';

interface ColumnsProps {
  entry: DatasetEntry;
  /** The parameters that name a column each. */
  names: readonly string[];
  params: ParamValues;
}

/** Which columns of a table are the data, and how many of them. */
export function Columns({ entry, names, params }: ColumnsProps) {
  const { words } = useWords();
  const pick = useApp((app) => app.pickDataset);
  const table = useTable(entry.id, String(params['file'] ?? ''));
  if (!table) return null;
  const options = numericColumns(table).map((name) => ({ value: name, label: name }));
  const used = columnsInUse(
    table,
    names.map((name) => String(params[name] ?? '')),
  );
  const change = (at: number, column: string): void => {
    // Two axes of one column would be a line: they exchange instead.
    const next = used.map((old, i) => (i === at ? column : old === column ? (used[at] ?? '') : old));
    pick(entry.id, { file: table.file, ...Object.fromEntries(names.map((name, i) => [name, next[i] ?? ''])) });
  };
  return (
    <div className="data-columns">
      <UseAs entry={entry} table={table} used={used} />
      {names.map((name, i) => (
        <ColumnField
          key={name}
          label={words(`params.data.${name}.label`)}
          help={words(`params.data.${name}.help`)}
          value={used[i] ?? ''}
          options={options}
          onChange={(column) => change(i, column)}
        />
      ))}
    </div>
  );
}

interface ColumnFieldProps {
  label: string;
  help: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(column: string): void;
}

function ColumnField({ label, help, value, options, onChange }: ColumnFieldProps) {
  const id = useId();
  return (
    <div>
      <FieldLabel htmlFor={id} label={label} help={help} />
      <ListField id={id} value={value} data={options} onChange={onChange} />
    </div>
  );
}

/** A table with several numeric columns can be read as numbers or as points. */
function UseAs({
  entry,
  table,
  used,
}: {
  entry: DatasetEntry;
  table: DataReplies['columns'];
  used: readonly string[];
}) {
  const { words } = useWords();
  const catalog = useApp((app) => app.catalog);
  const pick = useApp((app) => app.pickDataset);
  const labelId = useId();
  const numeric = numericColumns(table);
  const sets = tableSets(catalog).filter(({ columns }) => columns.length <= numeric.length);
  if (sets.length < 2) return null;
  const change = (id: string): void => {
    const columns = sets.find((set) => set.entry.id === id)?.columns ?? [];
    const order = [...used, ...numeric.filter((name) => !used.includes(name))];
    pick(id, { file: table.file, ...Object.fromEntries(columns.map((name, i) => [name, order[i] ?? ''])) });
  };
  return (
    <div>
      <span id={labelId} className="data-label">
        {words('data.useAs')}
      </span>
      <ChoiceField
        id={`${labelId}-list`}
        labelId={labelId}
        value={entry.id}
        choices={sets.map((set) => ({ value: set.entry.id, label: words(`datasets.${set.entry.id}.name`) }))}
        segmented
        onChange={change}
      />
    </div>
  );
}

/** The data sets that are made of a table's columns, with the parameters that name these. */
function tableSets(catalog: Catalog | null): { entry: DatasetEntry; columns: string[] }[] {
  return (catalog?.datasets ?? []).flatMap((entry) => {
    const columns = Object.entries(entry.params).flatMap(([name, spec]) =>
      spec.kind === 'text' && spec.control === 'column' ? [name] : [],
    );
    return columns.length > 0 ? [{ entry, columns }] : [];
  });
}

/** The columns of the stored table; null until they are known. */
function useTable(dataset: string, file: string): DataReplies['columns'] | null {
  const ask = useApp((app) => app.columns);
  const stored = useApp((app) => app.stored.includes(dataset)) || file !== '';
  const [table, setTable] = useState<DataReplies['columns'] | null>(null);
  useEffect(() => {
    let wanted = true;
    if (stored) void ask(dataset, file).then((reply) => wanted && setTable(reply));
    else setTable(null);
    return () => {
      wanted = false;
    };
  }, [ask, dataset, file, stored]);
  return table;
}
