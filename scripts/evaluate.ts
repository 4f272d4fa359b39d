/**
 * Every metric of a saved run, beside what real samples score.
 *
 * `npm run evaluate -- --snapshot out/ring/snapshot.zip`
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { toProblemRecord } from '../src/core/problem';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { nodeWeights } from '../src/headless/nodeWeights';
import { sentence } from '../src/headless/sentence';
import { Measurer } from '../src/worker/measuring';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { snapshot: { type: 'string' } } });
  if (!values.snapshot) throw new Error('name the file: --snapshot FILE');
  const measurer = new Measurer({ store: folderStore(), engines: nodeEngines, loadWeights: nodeWeights });
  const { iteration, count, metrics, classes, roc, nearest } = await measurer.measure(await readFile(values.snapshot));
  console.log(`iteration ${iteration}, ${count} samples of each kind`);
  const round = (value: number): number => Number(value.toPrecision(4));
  console.table(
    Object.fromEntries(
      metrics.map(({ id, unit, better, value, floor }) => [
        id,
        { generated: round(value), real: round(floor), unit: unit === '1' ? '' : unit, better },
      ]),
    ),
  );
  if (roc) console.log(`area under the ROC curve of the run's own D: ${round(roc.area)}`);
  if (classes) console.table({ real: classes.real.map(round), generated: classes.fake.map(round) });
  if (nearest) {
    const mean = nearest.distances.reduce((sum, one) => sum + one, 0) / nearest.distances.length;
    console.log(`nearest training picture: ${round(mean)} away on average; training pictures ${round(nearest.usual)}`);
  }
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error(sentence(toProblemRecord(thrown)));
    process.exit(2);
  },
);
