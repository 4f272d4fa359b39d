const WIDTH = 30;

/** A progress bar with speed and time left, on a terminal only; elsewhere it says nothing. */
export function progressBar(total: number): { update(done: number): void; end(): void } {
  const started = Date.now();
  let shown = 0;
  if (!process.stderr.isTTY) return { update: () => undefined, end: () => undefined };
  return {
    update(done) {
      if (Date.now() - shown < 200 && done < total) return;
      shown = Date.now();
      const seconds = (shown - started) / 1000;
      const speed = done / seconds;
      const left = Math.ceil((total - done) / speed);
      const bar = '█'.repeat(Math.round((WIDTH * done) / total)).padEnd(WIDTH, '·');
      process.stderr.write(`\r${bar} ${done}/${total}  ${speed.toFixed(1)} steps/s  ${left} s left   `);
    },
    end: () => void process.stderr.write('\n'),
  };
}
