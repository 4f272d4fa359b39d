/** The names of those curves that one part of the house gives and another must recognise. */

/** A system's named term. */
export const termCurve = (name: string): string => `term/${name}`;
export const isTermCurve = (id: string): boolean => id.startsWith(termCurve(''));

/** The norm of the gradient of one layer's weights: its network's letter, and its place among all layers. */
export const layerCurve = (network: string, row: number): string => `layer/${network}/${row}`;
export const isLayerCurve = (id: string): boolean => id.startsWith('layer/');
