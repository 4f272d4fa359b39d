import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import words from '../../src/locales/en';
import { PRESETS } from '../../src/presets';
import { PICTURES } from './folders';

/** One line of the gallery's list: what was trained, how long it took, and what its snapshot keeps. */
export interface Entry {
  preset: string;
  steps: number;
  seconds: number;
  engine: string;
  seed: number;
  /** Rows of pictures that belong to it: scenes of its system. */
  scenes: readonly string[];
  kB: number;
  /** Step of the weights as a share of their size; null where they are exact. */
  coarse: number | null;
  /** How far samples of the same latents are from what they were, as a share of their spread; null where there are none. */
  moved: number | null;
}

const LIST = `${PICTURES}/gallery.json`;
const PAGE = `${PICTURES}/README.md`;

const HEAD = `# The gallery

What each experiment of the app comes to, as \`npm run gallery\` trained it without a page. The first picture of each is a film: the
same latents (or the same pictures to translate) after a sixteenth, an eighth, a quarter, a half and the whole of the training; of
points and numbers, the real ones are grey and the generated ones red. What follows it is what the system shows of itself at
the end. The app opens each of them trained so far, from a snapshot of at most 300 kB.
`;

const figures = ({ steps, seconds, engine, seed, kB, coarse, moved }: Entry): string => {
  const kept =
    coarse === null
      ? 'exact'
      : `weights in steps of ${coarse} of their size, which moves samples by ${moved ?? '–'} of their spread`;
  return `${steps.toLocaleString('en')} steps, ${seconds} s on ${engine}, seed ${seed}; snapshot ${kB} kB, ${kept}.`;
};

function section(entry: Entry): string {
  const { name, hint } = words.presets[entry.preset as keyof typeof words.presets];
  const scene = (id: string) => {
    const { name: title, says } = words.scenes[id as 'conditions'];
    return `*${title}.* ${says}\n\n![${title}](${entry.preset}-${id}.png)`;
  };
  const pictures = [`![${name}, from its first steps to its last](${entry.preset}.png)`, ...entry.scenes.map(scene)];
  return [`## ${name}`, hint, figures(entry), ...pictures].join('\n\n');
}

/** Puts the line into the list, in the place of that preset's former one, and writes the page anew. */
export function enter(entry: Entry): void {
  const former = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as Entry[]) : [];
  const ids = PRESETS.map(({ id }) => id);
  const entries = [...former.filter(({ preset }) => preset !== entry.preset), entry].sort(
    (a, b) => ids.indexOf(a.preset) - ids.indexOf(b.preset),
  );
  writeFileSync(LIST, `[\n${entries.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
  writeFileSync(PAGE, `${[HEAD.trim(), ...entries.map(section)].join('\n\n')}\n`);
}
