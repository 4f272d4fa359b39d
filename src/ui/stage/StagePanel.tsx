import { Button, Chip, Group } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { save } from '../bar/save';
import { appStore, useApp } from '../store';
import { Caption } from './Caption';
import { drawImages, layoutImages, pictureAt } from './drawImages';
import type { Sheet } from './drawing';
import { drawLine, LINE_LAYERS } from './drawLine';
import { drawPlane, PLANE_LAYERS } from './drawPlane';
import { meaningOf } from './meaning';
import { readPalette } from './palette';
import { StageCanvas, typeSize } from './StageCanvas';
import { describeStage } from './summary';
import './stage.css';

const ALL = [...LINE_LAYERS] as string[];
const LAYERS = { '1d': LINE_LAYERS, '2d': PLANE_LAYERS, image: [] } as const;

/** The largest thing on the page: the data, and what the generator makes of it. */
export default function StagePanel() {
  const { t } = useTranslation();
  const kind = useApp((app) => app.stage?.kind ?? app.run?.data.kind ?? null);
  const started = useApp((app) => app.stage !== null && app.run !== null);
  const label = useApp((app) => describeStage(app, t));
  const [shown, setShown] = useState<string[]>(ALL);
  const [hovered, setHovered] = useState<{ block: 'real' | 'fake'; index: number } | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  const draw = (sheet: Sheet): void => {
    const { stage, run } = appStore.getState();
    if (!stage || !run || stage.kind !== run.data.kind) return;
    const meaning = meaningOf(appStore.getState());
    const layers = new Set(shown);
    const real = t('stage.real');
    const fake = t('stage.generated');
    if (stage.kind === '1d') {
      const score = meaning === 'critic' ? t('stage.critic') : 'D(x)';
      const optimal = stage.estimated ? t('stage.optimalEstimated') : 'D*(x)';
      drawLine(sheet, stage, run.data, meaning, layers, { real, fake, score, optimal, unit: run.data.unit ?? '' });
    } else if (stage.kind === '2d') drawPlane(sheet, stage, run.data, meaning, layers);
    else drawImages(sheet, stage, run.data, meaning, { real, fake });
  };

  const hover = (place: { x: number; y: number } | null): void => {
    const { stage, run } = appStore.getState();
    const box = canvas.current;
    if (!place || stage?.kind !== 'image' || !box || !run) {
      setHovered(null);
      return;
    }
    const { clientWidth: width, clientHeight: height } = box;
    const blocks = layoutImages({ width, height, type: typeSize(width) }, stage, run.data.shape);
    setHovered(pictureAt(blocks, place.x, place.y));
  };

  return (
    <section className="stage">
      <div className="stage-head">
        {kind && <Layers layers={LAYERS[kind]} shown={shown} onChange={setShown} />}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCamera size={16} aria-hidden />}
          disabled={!started}
          onClick={() => canvas.current && savePicture(canvas.current)}
        >
          {t('stage.savePicture')}
        </Button>
      </div>
      <div className="stage-frame">
        <StageCanvas draw={draw} label={label} onHover={hover} canvasRef={canvas} />
        {!started && <p className="stage-empty">{t('stage.empty')}</p>}
      </div>
      <Caption hovered={hovered} />
    </section>
  );
}

interface LayersProps {
  layers: readonly string[];
  shown: string[];
  onChange(shown: string[]): void;
}

function Layers({ layers, shown, onChange }: LayersProps) {
  const { t } = useTranslation();
  if (layers.length === 0) return <span />;
  return (
    <Chip.Group multiple value={shown} onChange={onChange}>
      <Group gap={6} role="group" aria-label={t('stage.layers')}>
        {layers.map((layer) => (
          <Chip key={layer} value={layer} size="xs" variant="outline" className={`layer-${layer}`}>
            {t(`stage.layer.${layer as 'real'}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

/** Saves the canvas as PNG on the page's ground: a transparent picture would lose its words on another one. */
function savePicture(canvas: HTMLCanvasElement): void {
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height;
  const context = picture.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = readPalette().panel;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, 0, 0);
  picture.toBlob(async (blob) => {
    if (blob) save('minimax-stage.png', 'image/png', new Uint8Array(await blob.arrayBuffer()));
  });
}
