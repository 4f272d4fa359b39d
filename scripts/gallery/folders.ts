/** Where snapshots and pictures of the gallery go. */
export const SNAPSHOTS = 'public/snapshots';
export const PICTURES = 'docs/gallery';
