import { Button, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCpu } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ENGINES, type EngineChoice, type EngineName } from '../../core/run';
import { useApp } from '../store';
import { showRate } from './Counters';

/** What the run computes on. The popover says on which device, why, and what was measured; another can be forced. */
export function EngineBadge() {
  const { t } = useTranslation();
  const engine = useApp((app) => app.run?.engine ?? null);
  const name = engine ? t(`engine.names.${engine.name}`) : '—';
  return (
    <Popover position="bottom-end" width={320} withArrow trapFocus withinPortal={false}>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          className="engine-badge"
          leftSection={<IconCpu size={16} />}
          aria-label={t('bar.engine', { name })}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('bar.engine', { name })}>
        <EngineDetails />
      </Popover.Dropdown>
    </Popover>
  );
}

function EngineDetails() {
  const { t } = useTranslation();
  const engine = useApp((app) => app.run?.engine ?? null);
  const choice = useApp((app) => app.run?.config.engine ?? 'auto');
  const move = useApp((app) => app.chooseEngine);
  if (!engine) return null;
  const measured = Object.entries(engine.measured) as [EngineName, number][];
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t(`engine.names.${engine.name}`)}
      </Text>
      {engine.renderer && (
        <Text size="sm" className="quiet">
          {t('bar.renderer', { name: engine.renderer })}
        </Text>
      )}
      <Text size="sm">{t(`engine.reasons.${engine.reason}`)}</Text>
      {engine.problem && (
        <Text size="sm" className="quiet">
          {t(`problems.${engine.problem.code}`, engine.problem.values)}
        </Text>
      )}
      {measured.map(([id, rate]) => (
        <Text key={id} size="sm" className="tabular">
          {t('bar.measured', { engine: t(`engine.names.${id}`), rate: showRate(rate) })}
        </Text>
      ))}
      <SegmentedControl
        aria-label={t('bar.chooseEngine')}
        size="xs"
        fullWidth
        value={choice}
        onChange={(value) => void move(value as EngineChoice)}
        data={ENGINES.map((value) => ({ value, label: t(`engine.names.${value}`) }))}
      />
      {engine.name === 'replay' && <ThreadChoice count={engine.threads} />}
      <Text size="xs" className="quiet">
        {t('bar.engineMoves')}
      </Text>
    </Stack>
  );
}

/** Numbers of threads that are offered, as far as there are cores. */
const THREADS = [1, 2, 3, 4, 6, 8];

/** Among how many threads large work is shared, or why it cannot be. */
function ThreadChoice({ count }: { count: number }) {
  const { t } = useTranslation();
  const choose = useApp((app) => app.chooseThreads);
  const choices = THREADS.filter((n) => n <= navigator.hardwareConcurrency);
  if (choices.length < 2) return null;
  if (!globalThis.crossOriginIsolated)
    return (
      <Text size="xs" className="quiet">
        {t('bar.noThreads')}
      </Text>
    );
  return (
    <Stack gap={4}>
      <Text size="sm" id="threads-label">
        {t('bar.threads')}
      </Text>
      <SegmentedControl
        aria-labelledby="threads-label"
        size="xs"
        fullWidth
        value={String(count)}
        onChange={(value) => void choose(Number(value))}
        data={choices.map(String)}
      />
    </Stack>
  );
}
