import { toProblemRecord } from '../core/problem';
import { parseArguments, USAGE } from './arguments';
import { describeCatalog } from './list';
import { sentence } from './sentence';
import { trainAndWrite } from './trainAndWrite';

/** The command line: one clear line on stderr and exit code 2 for bad input, nothing half-written. */
async function main(): Promise<void> {
  const task = parseArguments(process.argv.slice(2));
  if (task.task === 'help') console.log(USAGE);
  else if (task.task === 'list') console.log(JSON.stringify(describeCatalog(), null, 2));
  else await trainAndWrite(task);
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error(sentence(toProblemRecord(thrown)));
    process.exit(2);
  },
);
