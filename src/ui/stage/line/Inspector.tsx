import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appStore, useApp } from '../../store';
import { compare, type Exhibit, newRound } from './inspection';

interface Round {
  exhibits: readonly Exhibit[];
  verdicts: readonly boolean[];
}

/** The person as the discriminator: sorts samples blind, and sees how well that went beside D. */
export function Inspector({ onAsk }: { onAsk(sample: number | null): void }) {
  const { t } = useTranslation();
  const ready = useApp((app) => app.stage?.kind === '1d');
  const unit = useApp((app) => app.run?.data.unit ?? '');
  const [round, setRound] = useState<Round | null>(null);

  const begin = (): void => {
    const { stage } = appStore.getState();
    if (stage?.kind !== '1d') return;
    const exhibits = newRound(stage, Math.random);
    setRound({ exhibits, verdicts: [] });
    onAsk(exhibits[0]?.value ?? null);
  };
  const judge = (real: boolean): void => {
    if (!round) return;
    const verdicts = [...round.verdicts, real];
    setRound({ ...round, verdicts });
    onAsk(round.exhibits[verdicts.length]?.value ?? null);
  };
  const stop = (): void => {
    setRound(null);
    onAsk(null);
  };

  if (!round) {
    return (
      <div className="stage-option">
        <Button size="compact-sm" variant="default" disabled={!ready} onClick={begin}>
          {t('stage.inspect')}
        </Button>
        <span className="quiet">{t('stage.inspectHelp')}</span>
      </div>
    );
  }
  const { exhibits, verdicts } = round;
  const asked = exhibits[verdicts.length];
  return (
    <section className="stage-option tabular" aria-label={t('stage.inspector')}>
      {asked ? (
        <>
          <span aria-live="polite">
            <Last round={round} />
            {t('stage.inspectAsk', {
              number: verdicts.length + 1,
              count: exhibits.length,
              value: asked.value.toFixed(2),
              unit,
            })}
          </span>
          <Button size="compact-sm" variant="default" className="actor-data" onClick={() => judge(true)}>
            {t('stage.inspectReal')}
          </Button>
          <Button size="compact-sm" variant="default" className="actor-generated" onClick={() => judge(false)}>
            {t('stage.inspectFake')}
          </Button>
        </>
      ) : (
        <>
          <span aria-live="polite">
            <Last round={round} />
            <Result round={round} />
          </span>
          <Button size="compact-sm" variant="default" onClick={begin}>
            {t('stage.inspectAgain')}
          </Button>
        </>
      )}
      <Button size="compact-sm" variant="subtle" onClick={stop}>
        {t('stage.inspectStop')}
      </Button>
    </section>
  );
}

/** Whether the last verdict was right. */
function Last({ round: { exhibits, verdicts } }: { round: Round }) {
  const { t } = useTranslation();
  const last = exhibits[verdicts.length - 1];
  if (!last) return null;
  const right = last.real === verdicts.at(-1);
  return <b>{t(last.real ? 'stage.inspectWasReal' : 'stage.inspectWasFake', { mark: right ? '✓' : '✗' })} </b>;
}

function Result({ round: { exhibits, verdicts } }: { round: Round }) {
  const { t } = useTranslation();
  const { own, discriminator } = compare(exhibits, verdicts);
  return <>{t('stage.inspectResult', { own: own.toFixed(2), discriminator: discriminator.toFixed(2) })}</>;
}
