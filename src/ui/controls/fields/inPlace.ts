/**
 * Pop-ups stay in the document where their button is (so that they lie in the landmark and in reading order), yet reach
 * over the edge of the scrolling column.
 */
export const IN_PLACE = { withinPortal: false, floatingStrategy: 'fixed' } as const;
