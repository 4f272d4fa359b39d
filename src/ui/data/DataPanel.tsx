import type { DatasetEntry } from '../../core/catalog';
import type { ParamSpec, ParamValues } from '../../core/params';
import { sentence, useWords } from '../controls/words';
import { useApp } from '../store';
import { Columns } from './Columns';
import { DrawingEditor } from './DrawingEditor';
import { FileSource } from './FileSource';
import { Preview } from './Preview';
import { TaskProgress } from './TaskProgress';
import './data.css';

type Control = Extract<ParamSpec, { kind: 'text' }>['control'];

const controlled = (entry: DatasetEntry, control: Control): string[] =>
  Object.entries(entry.params).flatMap(([name, spec]) =>
    spec.kind === 'text' && spec.control === control ? [name] : [],
  );

/** What the chosen data set needs beside numbers: its files, its columns, a drawing; and a look at its samples. */
export default function DataPanel() {
  const draft = useApp((app) => app.draft);
  const entry = useApp((app) => app.catalog?.datasets.find(({ id }) => id === app.draft?.dataset) ?? null);
  const { words } = useWords();
  if (!draft || !entry) return null;
  return (
    <div className="data-panel">
      <Controls entry={entry} params={draft.datasetParams} />
      <TaskProgress />
      <DataProblem />
      <Preview entry={entry} draft={draft} />
      {entry.source === 'procedural' && <p className="data-hint">{words('data.own')}</p>}
    </div>
  );
}

function Controls({ entry, params }: { entry: DatasetEntry; params: ParamValues }) {
  const drawings = controlled(entry, 'drawing');
  const columns = controlled(entry, 'column');
  const text = (name: string): string => String(params[name] ?? '');
  return (
    <>
      {drawings.map((name) => (
        <DrawingEditor key={name} dataset={entry.id} name={name} text={text(name)} />
      ))}
      {entry.source === 'files' && <FileSource entry={entry} file={text('file')} />}
      {columns.length > 0 && <Columns entry={entry} names={columns} params={params} />}
    </>
  );
}

/** What went wrong with a file or a data set, beside where one mends it. The strip over the page has announced it. */
function DataProblem() {
  const { words } = useWords();
  const problem = useApp((app) => app.problem);
  if (problem?.where !== 'data' && problem?.where !== 'file') return null;
  // That files are missing, and how to get them, is what the panel itself says.
  if (problem.code === 'data.missing') return null;
  return <p className="data-problem">{sentence(words, problem)}</p>;
}
