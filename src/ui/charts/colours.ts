import type { ChartColours } from './figure';

/** Objectives that may be compared; each has its colour. */
const COMPARED = ['minimax', 'non-saturating', 'least-squares', 'wgan-gp'];

/** The actors' colours from the page's style sheet, as the theme in force has them. */
export function readChartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const get = (name: string) => style.getPropertyValue(name).trim() || '#888888';
  const actors = {
    discriminator: 'discriminator',
    generator: 'generator',
    autoencoder: 'generator',
    real: 'data',
    fake: 'generated',
    ...Object.fromEntries(COMPARED.map((id) => [id, id])),
  };
  return {
    of: Object.fromEntries(
      Object.entries(actors).flatMap(([actor, name]) => [
        [actor, get(`--color-${name}`)],
        [`${actor}-text`, get(`--color-${name}-text`)],
      ]),
    ),
    text: get('--page-text'),
    quiet: get('--page-text-quiet'),
    line: get('--page-line'),
    theory: get('--color-theory'),
    ground: `${get('--page-panel')}cc`,
  };
}
