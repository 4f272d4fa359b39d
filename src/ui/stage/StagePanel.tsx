import { IconCamera, IconSitemap } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sceneOf } from '../../core/stage';
import { IconAction } from '../bar/IconAction';
import { useWords } from '../controls/words';
import { savePicture } from '../pictures/saving';
import { appStore, useApp, useReadout } from '../store';
import { TimeMachine } from '../time/TimeMachine';
import { Caption } from './Caption';
import { layoutImages, pictureAt } from './drawImages';
import type { Sheet } from './drawing';
import { drawStage } from './drawStage';
import { type ImageView, ImageViewChoice, ImageViewPanel } from './ImageViews';
import { Legend } from './Legend';
import { LineOptions } from './line/LineOptions';
import { useLineView } from './line/useLineView';
import { PlaneOptions } from './plane/PlaneOptions';
import { Trails } from './plane/trails';
import { StageCanvas, type StageCanvasProps, typeSize } from './StageCanvas';
import { SceneChoice } from './scene/SceneChoice';
import { describeStage } from './summary';
import './stage.css';

const GamePanel = lazy(() => import('../game/GamePanel'));

/** The largest thing on the page: the data, and what the generator makes of it. */
export default function StagePanel() {
  const { t } = useTranslation();
  const { words } = useWords();
  const kind = useApp((app) => app.stage?.kind ?? app.run?.data.kind ?? null);
  const started = useApp((app) => app.stage !== null && app.run !== null);
  const shown = useApp((app) => (kind ? app.layers[kind] : null));
  const [morph, setMorph] = useState(1);
  const threshold = useApp((app) => app.threshold);
  const [hovered, setHovered] = useState<{ block: 'real' | 'fake'; index: number } | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const trails = useTrails();
  const line = useLineView();
  const [game, setGame] = useState(false);
  const [chosen, setView] = useState<ImageView>('samples');
  const view = kind === 'image' ? chosen : 'samples';
  const scene = useApp(({ run, layers }) => run && sceneOf(run.scenes, layers[run.data.kind])?.id);

  const draw = (sheet: Sheet): void =>
    drawStage(sheet, appStore.getState(), { t, words, shown: new Set(shown), morph, threshold, trails, line });

  const hover = (place: Place | null): void => setHovered(pictureUnder(place, canvas.current));

  return (
    <section className="stage" data-started={started}>
      <div className="stage-head">
        {kind === 'image' && <ImageViewChoice view={view} onChange={setView} />}
        {view === 'samples' && <SceneChoice />}
        {kind && kind !== 'image' && !scene && <Legend kind={kind} />}
        <IconAction label={t('game.show')} pressed={game} onClick={() => setGame(!game)}>
          <IconSitemap size={18} aria-hidden />
        </IconAction>
        <IconAction
          label={t('stage.savePicture')}
          disabled={!started}
          onClick={() => frame.current && savePicture(frame.current, 'minimax-stage')}
        >
          <IconCamera size={18} aria-hidden />
        </IconAction>
      </div>
      {game && (
        <Suspense fallback={null}>
          <GamePanel />
        </Suspense>
      )}
      <div className="stage-frame" ref={frame}>
        {view === 'samples' ? (
          <DescribedCanvas watch={watchStage} draw={draw} moving={line.moving} onHover={hover} canvasRef={canvas} />
        ) : (
          <ImageViewPanel view={view} />
        )}
        {!started && <p className="stage-empty">{t('stage.empty')}</p>}
      </div>
      <TimeMachine area={frame} />
      {kind === '1d' && <LineOptions settings={line} />}
      {kind === '2d' && !scene && <PlaneOptions morph={morph} onMorph={setMorph} />}
      {view === 'samples' && <Caption hovered={hovered} since={trails.since} line={line} />}
    </section>
  );
}

/** The canvas with the stage in words, of which nothing else on the panel has to be rendered anew. */
function DescribedCanvas(props: Omit<StageCanvasProps, 'label'>) {
  const { t } = useTranslation();
  const label = useReadout((app) => describeStage({ ...app, iteration: app.status.iteration }, t));
  return <StageCanvas {...props} label={label} />;
}

const watchStage = (changed: () => void) =>
  appStore.subscribe((now, before) => {
    if (now.stage !== before.stage) changed();
  });

interface Place {
  x: number;
  y: number;
}

/** The picture under the pointer, where the stage shows pictures. */
function pictureUnder(place: Place | null, box: HTMLCanvasElement | null) {
  const { stage, run } = appStore.getState();
  if (!place || stage?.kind !== 'image' || stage.scene || !box || !run) return null;
  const { clientWidth: width, clientHeight: height } = box;
  const blocks = layoutImages({ width, height, type: typeSize(width) }, stage, run.data.shape);
  return pictureAt(blocks, place.x, place.y);
}

/** The generated points' ways, kept from the run's first picture on whether they are shown or not. */
function useTrails(): Trails {
  const trails = useRef(new Trails());
  useEffect(() => {
    const take = ({ stage, run, status }: ReturnType<typeof appStore.getState>) => {
      if (stage?.kind === '2d' && run) trails.current.record(run.config, status.iteration, stage.fake);
    };
    take(appStore.getState());
    return appStore.subscribe((now, before) => {
      if (now.stage !== before.stage) take(now);
    });
  }, []);
  return trails.current;
}
