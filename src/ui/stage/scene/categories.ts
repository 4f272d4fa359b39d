import type { Palette } from '../palette';

/** Colours for few categories, told apart by most eyes (Okabe, Ito 2008), in an order in which neighbours differ. */
const FEW = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7a4eab',
  '#8c564b',
  '#6b7280',
  '#b5b520',
];

/** Colour of a category of so many; beyond the ten that can be told apart, around the circle of hues. */
export function categoryColour(index: number, count: number, { panel }: Pick<Palette, 'panel'>): string {
  if (count <= FEW.length) return FEW[index] as string;
  const dark = panel.toLowerCase() !== '#ffffff';
  return `hsl(${Math.round((360 * index) / count)} 70% ${dark ? 60 : 42}%)`;
}
