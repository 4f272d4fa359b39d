import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { follow } from '../../src/ui/useNowAndThen';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the last value at most so often, however few changes there were, and nothing after its end', () => {
  const store = createStore(() => ({ value: 0, other: 0 }));
  const told: number[] = [];
  const stop = follow(
    store,
    100,
    ({ value }) => value,
    (value) => told.push(value),
  );
  store.setState({ value: 1 });
  vi.advanceTimersByTime(100);
  expect(told).toEqual([1]);
  store.setState({ other: 1 });
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([1]);
  for (let value = 2; value < 10; value++) store.setState({ value });
  vi.advanceTimersByTime(100);
  expect(told).toEqual([1, 9]);
  store.setState({ value: 10 });
  stop();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([1, 9]);
});
