import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { readouts } from '../../src/ui/readouts';

const status = (iteration: number, phase: 'running' | 'paused' = 'running') => ({ phase, iteration });
const make = () => createStore(() => ({ status: status(0), threshold: 0 }));

describe('what is read of a run that plays', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('changes four times a second, however many pictures come, and ends with the last', () => {
    const store = make();
    const read = readouts(store as never, 250);
    let changes = 0;
    read.subscribe(() => void changes++);
    for (let i = 1; i <= 100; i++) {
      store.setState({ status: status(i) });
      vi.advanceTimersByTime(20);
    }
    expect(changes).toBeGreaterThanOrEqual(7);
    expect(changes).toBeLessThanOrEqual(9);
    vi.advanceTimersByTime(250);
    expect(read.getState().status).toEqual(status(100));
  });

  it('lets a pause and a choice pass at once', () => {
    const store = make();
    const read = readouts(store as never, 250);
    store.setState({ status: status(1) });
    store.setState({ status: status(2) });
    expect(read.getState().status).toEqual(status(1));
    store.setState({ threshold: 0.7 });
    expect(read.getState()).toEqual({ status: status(2), threshold: 0.7 });
    store.setState({ status: status(3, 'paused') });
    store.setState({ status: status(4, 'paused') });
    expect(read.getState().status).toEqual(status(4, 'paused'));
  });
});
