import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../controls/words';
import { useApp } from '../store';
import { DrawingArea } from './DrawingArea';
import { SHAPE_NAMES, shapeStrokes } from './shapes';
import { begun, drawnOn, pointsOn, type Sheet, sheetOf, textOf, undone } from './sheet';

const BRUSHES: Readonly<Record<string, number>> = { thin: 0.02, medium: 0.06, thick: 0.13 };

interface DrawingEditorProps {
  dataset: string;
  /** The parameter that holds the drawing, and its value. */
  name: string;
  text: string;
}

/** Draw a distribution: brush, undo, clear, ready-made shapes, and the step that makes it the data. */
export function DrawingEditor({ dataset, name, text }: DrawingEditorProps) {
  const { t } = useTranslation();
  const pick = useApp((app) => app.pickDataset);
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(text));
  const [used, setUsed] = useState(text);
  const [brush, setBrush] = useState('medium');
  const radius = BRUSHES[brush] as number;
  // Another drawing came from elsewhere: a link, a preset, "Discard".
  if (text !== used) {
    setUsed(text);
    setSheet(sheetOf(text));
  }
  const count = pointsOn(sheet).length;
  const empty = sheet.placeholder || count === 0;
  const use = (): void => {
    const drawn = textOf(sheet);
    setUsed(drawn);
    pick(dataset, { [name]: drawn });
  };
  return (
    <div className="drawing">
      <DrawingArea
        sheet={sheet}
        onBegin={(point) => setSheet((now) => begun(now, point, radius))}
        onDraw={(points) => setSheet((now) => drawnOn(now, points))}
      />
      <Brushes brush={brush} onChange={setBrush} />
      <fieldset className="drawing-row">
        <legend>{t('data.draw.shapes')}</legend>
        <Shapes onPick={(shape) => setSheet({ base: [], placeholder: false, strokes: shapeStrokes(shape, radius) })} />
      </fieldset>
      <div className="drawing-row">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={sheet.strokes.length === 0}
          onClick={() => setSheet(undone)}
        >
          {t('data.draw.undo')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={empty}
          onClick={() => setSheet({ base: [], placeholder: false, strokes: [] })}
        >
          {t('data.draw.clear')}
        </Button>
      </div>
      <UseIt count={count} disabled={empty || textOf(sheet) === used} inUse={!empty} onUse={use} />
    </div>
  );
}

function Brushes({ brush, onChange }: { brush: string; onChange(brush: string): void }) {
  const { words } = useWords();
  const labelId = useId();
  return (
    <div>
      <span id={labelId} className="data-label">
        {words('data.draw.brush')}
      </span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={labelId}
        value={brush}
        data={Object.keys(BRUSHES).map((value) => ({ value, label: words(`data.draw.brushes.${value}`) }))}
        onChange={onChange}
      />
    </div>
  );
}

function Shapes({ onPick }: { onPick(shape: string): void }) {
  const { words } = useWords();
  return SHAPE_NAMES.map((shape) => (
    <Button key={shape} size="compact-sm" variant="default" onClick={() => onPick(shape)}>
      {words(`data.draw.shape.${shape}`)}
    </Button>
  ));
}

interface UseItProps {
  count: number;
  disabled: boolean;
  inUse: boolean;
  onUse(): void;
}

function UseIt({ count, disabled, inUse, onUse }: UseItProps) {
  const { t } = useTranslation();
  return (
    <div className="drawing-row">
      <Button size="xs" disabled={disabled} onClick={onUse}>
        {t('data.draw.use')}
      </Button>
      <span className="data-hint tabular" role="status">
        {disabled && inUse ? t('data.draw.used') : t('data.draw.points', { count })}
      </span>
    </div>
  );
}
