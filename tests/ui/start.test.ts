import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/core/link';
import { Autosave } from '../../src/ui/app/autosave';
import { openLink, startLab } from '../../src/ui/app/start';
import { catalog, fakeLab } from './fakeLab';

const ring = catalog.presets[1]!.config;
const stored = {
  config: ring,
  snapshot: new Uint8Array([9]),
  curves: { iterations: [10, 50, 60], columns: [[1, 2, 3]] },
  playing: true,
};

describe('start', () => {
  it('opens the screws and plays them, with no click', async () => {
    const { lab, app, commands, address } = fakeLab();
    await startLab(lab);
    expect(app().run?.config.dataset).toBe('screws');
    expect(commands).toEqual([{ type: 'play' }]);
    expect(app().status.phase).toBe('running');
    expect(address.hash).toBe(encodeLink(catalog.presets[0]!.config, catalog));
  });

  it('resumes the last run with its curves up to the snapshot', async () => {
    const { lab, app, opened } = fakeLab({ stored });
    await startLab(lab);
    expect(opened[0]).toEqual({ config: ring, snapshot: stored.snapshot });
    expect(app().curves).toMatchObject({ iterations: [10, 50], columns: [[1, 2]] });
    expect(app().status).toMatchObject({ phase: 'running', iteration: 50 });
  });

  it('leaves a run paused that was paused', async () => {
    const { lab, app } = fakeLab({ stored: { ...stored, playing: false } });
    await startLab(lab);
    expect(app().status.phase).toBe('paused');
  });

  it('opens a link rather than the last run', async () => {
    const config = { ...catalog.presets[0]!.config, seed: 77 };
    const { lab, opened } = fakeLab({ stored, hash: encodeLink(config, catalog) });
    await startLab(lab);
    expect(opened).toEqual([{ config, snapshot: undefined }]);
  });

  it('resumes the last run where the link says the same', async () => {
    const { lab, opened } = fakeLab({ stored, hash: encodeLink(ring, catalog) });
    await startLab(lab);
    expect(opened[0]?.snapshot).toEqual(stored.snapshot);
  });

  it('explains a broken link, and opens the last run or the first preset all the same', async () => {
    for (const last of [stored, null]) {
      const { lab, app } = fakeLab({ stored: last, hash: 'system=gan&data=screws&lr=7' });
      await startLab(lab);
      expect(app().problem).toMatchObject({ code: 'param.range', where: 'link' });
      expect(app().run?.config.dataset).toBe(last ? 'ring' : 'screws');
      expect(app().status.phase).toBe('running');
    }
  });

  it('drops a stored run that no longer fits', async () => {
    const old = { ...stored, config: { ...ring, dataset: 'gone' } };
    const { lab, app } = fakeLab({ stored: old });
    await startLab(lab);
    expect(app().run?.config.dataset).toBe('screws');
    expect(app().problem).toBeNull();
  });

  it('shows a linked experiment without its data in the draft, and opens it once the data is there', async () => {
    const mnist = catalog.presets[2]!.config;
    const { lab, app } = fakeLab({ hash: encodeLink(mnist, catalog), missing: ['mnist'] });
    await startLab(lab);
    expect(app().run?.config.dataset).toBe('screws');
    expect(app().problem).toMatchObject({ code: 'data.missing', where: 'data' });
    expect(app().draft?.dataset).toBe('mnist');
    await app().fetchMnist(false);
    expect(app().run?.config).toEqual(mnist);
    expect(app().problem).toBeNull();
  });
});

describe('an address pasted into the open page', () => {
  it('opens its run, and a broken one leaves the run as it is', async () => {
    const { lab, app, opened, address } = fakeLab();
    await startLab(lab);
    address.hash = 'system=gan&data=nowhere';
    await openLink(lab);
    expect(app().problem).toMatchObject({ code: 'config.unknownDataset', where: 'link' });
    expect(opened).toHaveLength(1);
    address.hash = encodeLink(ring, catalog);
    await openLink(lab);
    expect(app().run?.config).toEqual(ring);
  });
});

describe('autosave', () => {
  it('saves the run when it pauses, once', async () => {
    const { lab, app, saved, events } = fakeLab();
    const autosave = new Autosave(lab);
    const stop = autosave.start();
    await startLab(lab);
    events().status({ ...app().status, iteration: 12 });
    app().pause();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    await autosave.save();
    stop();
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({ config: { dataset: 'screws' }, playing: false });
  });
});
