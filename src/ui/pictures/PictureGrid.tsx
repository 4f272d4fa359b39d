import { useEffect, useRef } from 'react';

interface PictureGridProps {
  /** [n, height, width, channels], 0–255. */
  bytes: Uint8Array;
  shape: readonly number[];
  /** Which pictures: `count` of them from `from` on. */
  from?: number;
  count?: number;
  columns?: number;
  className?: string;
  /** What they show, for those who do not see it; without it, the words beside them must say it. */
  label?: string;
}

/** Between two pictures, in their own pixels. */
const GAP = 1;

/** Pictures in rows on one canvas, pixel by pixel; the style sheet says how large they are shown. */
export function PictureGrid({
  bytes,
  shape,
  from = 0,
  count = 1,
  columns = count,
  className,
  label,
}: PictureGridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height = 1, width = 1, channels = 1] = shape;
  const rows = Math.ceil(count / columns);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    for (let i = 0; i < count; i++) {
      const image = pictureOf(bytes, (from + i) * width * height * channels, [height, width, channels]);
      context.putImageData(image, (i % columns) * (width + GAP), Math.floor(i / columns) * (height + GAP));
    }
  }, [bytes, from, count, columns, width, height, channels]);
  return (
    <canvas
      ref={canvas}
      width={columns * (width + GAP) - GAP}
      height={rows * (height + GAP) - GAP}
      className={`pictures ${className ?? ''}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

function pictureOf(
  bytes: Uint8Array,
  start: number,
  [height, width, channels]: readonly [number, number, number],
): ImageData {
  const image = new ImageData(width, height);
  for (let p = 0; p < width * height; p++) {
    for (let c = 0; c < 3; c++) {
      image.data[4 * p + c] = bytes[start + p * channels + Math.min(c, channels - 1)] as number;
    }
    image.data[4 * p + 3] = 255;
  }
  return image;
}
