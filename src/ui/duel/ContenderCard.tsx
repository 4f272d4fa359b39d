import { IconArrowsMaximize, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SystemEntry } from '../../core/catalog';
import { IconAction } from '../bar/IconAction';
import { showValue } from '../controls/fields/describe';
import { ParamField } from '../controls/fields/ParamField';
import { sentence, useWords } from '../controls/words';
import type { Sheet } from '../stage/drawing';
import { drawStage, type StageSettings } from '../stage/drawStage';
import { Trails } from '../stage/plane/trails';
import { StageCanvas } from '../stage/StageCanvas';
import { describeStage } from '../stage/summary';
import { appStore, useApp } from '../store';
import { fieldValue, variableFields, withValue } from './differences';
import type { Contender, Duel } from './duel';
import { lineOf } from './marks';

interface ContenderCardProps {
  duel: Duel;
  place: number;
  system: SystemEntry;
  /** Names of the settings that are shown, and of those in which the contenders differ. */
  varied: readonly string[];
  differs: readonly string[];
}

/** One contender: its stage, and its settings where they differ from the others'. */
export function ContenderCard({ duel, place, system, varied, differs }: ContenderCardProps) {
  const { t } = useTranslation();
  const { words } = useWords();
  const id = useStore(duel.store, ({ contenders }) => contenders[place]?.id ?? 0);
  const config = useStore(duel.store, ({ contenders }) => contenders[place]?.config);
  const problem = useStore(duel.store, ({ contenders }) => contenders[place]?.problem ?? null);
  const engine = useStore(duel.store, ({ contenders }) => contenders[place]?.run?.engine.name ?? null);
  const few = useStore(duel.store, ({ contenders }) => contenders.length <= 2);
  const adopt = useApp((app) => app.adopt);
  const { letter, colour } = lineOf(place);
  if (!config) return null;
  const fields = variableFields(system, config).filter(({ name }) => varied.includes(name));
  const open = async () => {
    const one = await duel.handOver(id);
    if (one) await adopt(one.config, one.snapshot, one.curves);
  };
  return (
    <section className="duel-card" aria-label={t('duel.contender', { letter })} data-contender={letter}>
      <header>
        <b className="duel-letter" style={colour ? { borderColor: colour } : {}}>
          {letter}
        </b>
        <span className="quiet">{engine && t('duel.on', { engine: words(`engine.names.${engine}`, {}, engine) })}</span>
        <IconAction size={28} label={t('duel.open', { letter })} onClick={() => void open()}>
          <IconArrowsMaximize size={16} aria-hidden />
        </IconAction>
        <IconAction size={28} label={t('duel.remove', { letter })} disabled={few} onClick={() => duel.remove(id)}>
          <IconX size={16} aria-hidden />
        </IconAction>
      </header>
      <ContenderStage duel={duel} id={id} letter={letter} />
      {problem && (
        <p role="alert" className="duel-problem" data-code={problem.code}>
          {sentence(words, problem)}
        </p>
      )}
      <div className="duel-settings">
        {fields.map(({ name, spec }) => (
          <div key={name} className="duel-setting" data-differs={differs.includes(name)}>
            {spec.kind === 'layers' ? (
              <span>
                {words(`params.${name}.label`, {}, name)}:{' '}
                {showValue(`params.${name}`, spec, fieldValue(config, name) ?? spec.default, words)}
              </span>
            ) : (
              <ParamField
                name={name}
                spec={{ ...spec, live: false }}
                value={fieldValue(config, name) ?? ('default' in spec ? spec.default : '')}
                section="params"
                onChange={(value) => void duel.change(id, withValue(config, name, value))}
              />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** A description is read, not watched. */
const LABEL_EVERY_MS = 500;

/** What a function says, asked now and then. */
function useEvery(ms: number, ask: () => string): string {
  const latest = useRef(ask);
  latest.current = ask;
  const [said, setSaid] = useState(ask);
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return said;
}

const PLAIN: Pick<StageSettings, 'morph' | 'threshold' | 'line'> = {
  morph: 1,
  threshold: null,
  line: { deviations: 2, hand: null, asked: null, moving: false },
};

function ContenderStage({ duel, id, letter }: { duel: Duel; id: number; letter: string }) {
  const { t } = useTranslation();
  const { words } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const trails = useRef(new Trails());
  const find = (contenders: readonly Contender[]) => contenders.find((one) => one.id === id);
  const describe = () => {
    const one = find(duel.store.getState().contenders);
    const { catalog } = appStore.getState();
    const summary = describeStage(
      { stage: one?.stage ?? null, run: one?.run ?? null, catalog, iteration: one?.iteration ?? 0 },
      t,
    );
    return `${letter}: ${summary}`;
  };
  const label = useEvery(LABEL_EVERY_MS, describe);
  const watch = useCallback(
    (changed: () => void) =>
      duel.store.subscribe(({ contenders }, before) => {
        const of = (list: readonly Contender[]) => list.find((one) => one.id === id);
        const [now, then] = [of(contenders), of(before.contenders)];
        if (!now || now.stage === then?.stage) return;
        if (now.stage?.kind === '2d') trails.current.record(now.run, now.iteration, now.stage.fake);
        changed();
      }),
    [duel, id],
  );
  const draw = (sheet: Sheet): void => {
    const one = find(duel.store.getState().contenders);
    const { catalog, layers } = appStore.getState();
    if (!one?.run) return;
    const shown = new Set(layers[one.run.data.kind]);
    drawStage(
      sheet,
      { stage: one.stage, run: one.run, catalog },
      { ...PLAIN, t, words, shown, trails: trails.current },
    );
  };
  return (
    <div className="duel-stage">
      <StageCanvas watch={watch} draw={draw} label={label} canvasRef={canvas} />
    </div>
  );
}
