/** How a contender is told from the others: a letter, a colour of its own (none: that of the text), and a kind of line. */
export interface Mark {
  letter: string;
  colour: string | null;
  dash: 'solid' | 'dash' | 'dot' | 'dashdot';
}

/** Colours that are no actor's, and that colour-blind eyes tell apart. */
const MARKS: readonly Mark[] = [
  { letter: 'A', colour: null, dash: 'solid' },
  { letter: 'B', colour: '#009e73', dash: 'dash' },
  { letter: 'C', colour: '#cc79a7', dash: 'dot' },
  { letter: 'D', colour: '#56b4e9', dash: 'dashdot' },
];

/** The mark of the contender at that place, from 0. */
export const lineOf = (place: number): Mark => MARKS[place] as Mark;
