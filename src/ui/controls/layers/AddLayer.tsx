import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type LayerType, NEW_LAYER } from '../../../core/layers';
import { IN_PLACE } from '../fields/inPlace';
import { useWords } from '../words';
import { LAYER_ICONS } from './icons';
import classes from './layers.module.css';

interface AddLayerProps {
  /** What the button is called: where the layer goes. */
  label: string;
  /** A full button with its label, or only a plus. */
  wide?: boolean;
  onAdd(type: LayerType): void;
}

/** A button that opens the list of layer types and adds the one picked. */
export function AddLayer({ label, wide = false, onAdd }: AddLayerProps) {
  const { words } = useWords();
  return (
    <Menu width={250} position="bottom-end" shadow="md" withInitialFocusPlaceholder={false} {...IN_PLACE}>
      <Menu.Target>
        {wide ? (
          <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} aria-hidden />}>
            {label}
          </Button>
        ) : (
          <ActionIcon variant="subtle" color="gray" size={22} aria-label={label} title={label} data-action="add">
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(NEW_LAYER) as LayerType[]).map((type) => {
          const Icon = LAYER_ICONS[type];
          return (
            <Menu.Item key={type} leftSection={<Icon size={15} aria-hidden />} onClick={() => onAdd(type)}>
              <span className={classes.itemName}>{words(`controls.layers.types.${type}.name`)}</span>
              <span className={classes.itemHint}>{words(`controls.layers.types.${type}.hint`)}</span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
