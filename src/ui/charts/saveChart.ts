import { save } from '../bar/save';

/** Saves a plotly figure as PNG, twice as large as it is on the page. */
export async function saveChart(element: HTMLElement, name: string): Promise<void> {
  const { default: plotly } = await import('./plotly');
  const { clientWidth: width, clientHeight: height } = element;
  const address = await plotly.toImage(element, { format: 'png', width, height, scale: 2 });
  const bytes = await (await fetch(address)).arrayBuffer();
  save(`${name}.png`, 'image/png', new Uint8Array(bytes));
}
