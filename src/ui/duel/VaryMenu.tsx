import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SystemEntry } from '../../core/catalog';
import type { RunConfig } from '../../core/run';
import { IN_PLACE } from '../controls/fields/inPlace';
import { useWords } from '../controls/words';
import { variableFields } from './differences';

interface VaryMenuProps {
  system: SystemEntry;
  config: RunConfig;
  varied: readonly string[];
  onPick(name: string): void;
}

/** Picks another setting that the contenders may differ in. */
export function VaryMenu({ system, config, varied, onPick }: VaryMenuProps) {
  const { t } = useTranslation();
  const { words } = useWords();
  const data = variableFields(system, config)
    .filter(({ name, spec }) => spec.kind !== 'layers' && !varied.includes(name))
    .map(({ name }) => ({ value: name, label: words(`params.${name}.label`, {}, name) }));
  return (
    <Select
      size="xs"
      searchable
      className="duel-vary"
      placeholder={t('duel.vary')}
      aria-label={t('duel.vary')}
      value={null}
      data={data}
      comboboxProps={IN_PLACE}
      onChange={(name) => name && onPick(name)}
    />
  );
}
