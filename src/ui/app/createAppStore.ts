import { createStore, type StoreApi } from 'zustand/vanilla';
import { encodeLink } from '../../core/link';
import { isPast } from '../../core/timeline';
import type { RunCommand } from '../../worker/protocol';
import { computedOf, FIRST_LAYERS } from '../stage/layers';
import type { AppActions, AppState, AppStore } from '../state';
import { contendersOf } from './contenders';
import { atHome } from './courses';
import * as edits from './edits';
import { askData, fetchMnist, openFiles, openWanted } from './files';
import { openPreset, presetOf } from './gallery';
import { fail, type Lab, type Services } from './lab';
import { measureNow, unmeasured } from './quality';
import { askRun, goBack, NO_STATUS, openRun, recover, runEvents, snapshotNow } from './runs';
import { microStep } from './slow';
import { branch, travel } from './travel';

/** A drawn character is shown so large, in pixels. */
const CHARACTER_SIDE = 320;

const NOTHING_YET: AppState = {
  catalog: null,
  run: null,
  draft: null,
  status: NO_STATUS,
  stage: null,
  layers: FIRST_LAYERS,
  slow: null,
  curves: { iterations: [], columns: [], version: 0 },
  timeline: null,
  sought: null,
  replaying: false,
  quality: unmeasured(),
  measurements: 'curves',
  threshold: null,
  problem: null,
  canRecover: false,
  stored: [],
  fileTask: null,
  speed: null,
  player: null,
  former: null,
  trained: false,
  duel: null,
};

/** The app's state and everything a person can do to it, over the services given. */
export function createLab(services: Services): Lab {
  let lab: Lab;
  const client = services.makeClient(runEvents(() => lab));
  const store: StoreApi<AppStore> = createStore<AppStore>(() => ({
    ...NOTHING_YET,
    ...transport(() => lab),
    ...opening(() => lab),
    ...editing(() => lab),
    ...filing(() => lab),
    ...measuring(() => lab),
    ...travelling(() => lab),
    ...duelling(() => lab),
  }));
  lab = {
    store,
    client,
    services,
    good: null,
    former: null,
    wanted: null,
    generation: 0,
    moving: false,
    travel: atHome(),
  };
  return lab;
}

/** A command that names a player only where there is one. */
const forPlayer = (type: 'play' | 'step', player: string | undefined): RunCommand =>
  player === undefined ? { type } : { type, player };

type Part<K extends keyof AppActions> = Pick<AppActions, K>;

function transport(
  lab: () => Lab,
): Part<
  'play' | 'pause' | 'toggle' | 'step' | 'microStep' | 'restrict' | 'setSpeed' | 'showLayers' | 'dismissProblem'
> {
  const state = () => lab().store.getState();
  const ready = () => state().run !== null && state().status.phase !== 'failed';
  const show = (phase: 'running' | 'paused') =>
    lab().store.setState(({ status }) => ({ status: { ...status, phase, progress: null } }));
  return {
    play: (player) => {
      if (!ready()) return;
      lab().store.setState({ player: player ?? null, slow: null, replaying: false });
      lab().client.command(forPlayer('play', player));
      show('running');
    },
    pause: () => {
      if (!ready()) return;
      lab().client.command({ type: 'pause' });
      show('paused');
    },
    toggle: () => (state().status.phase === 'running' ? state().pause() : state().play(state().player ?? undefined)),
    step: (player) => {
      if (!ready()) return;
      lab().store.setState({ slow: null, replaying: false });
      lab().client.command(forPlayer('step', player ?? state().player ?? undefined));
      show('paused');
    },
    microStep: () => microStep(lab()),
    restrict: (player) => {
      lab().store.setState({ player });
      if (state().status.phase === 'running') state().play(player ?? undefined);
    },
    setSpeed: (speed) => {
      lab().store.setState({ speed });
      lab().client.command({ type: 'speed', stepsPerSecond: speed });
    },
    showLayers: (kind, layers) => {
      lab().store.setState((before) => ({ layers: { ...before.layers, [kind]: layers } }));
      if (state().run?.data.kind === kind) lab().client.command({ type: 'layers', layers: computedOf(kind, layers) });
    },
    dismissProblem: () => lab().store.setState({ problem: null }),
  };
}

function opening(
  lab: () => Lab,
): Part<
  'reset' | 'newSeed' | 'openConfig' | 'openPreset' | 'preferTrained' | 'recover' | 'goBack' | 'shareLink' | 'snapshot'
> {
  const state = () => lab().store.getState();
  return {
    reset: async () => {
      const { run, draft } = state();
      if (run) await openRun(lab(), run.config, { where: 'run', ...(draft && { draft }) });
    },
    newSeed: async () => {
      const { run, draft } = state();
      const seed = Math.floor(Math.random() * 2 ** 31);
      if (!run) return;
      await openRun(lab(), { ...run.config, seed }, { where: 'run', draft: { ...(draft ?? run.config), seed } });
    },
    openConfig: (config) => openWanted(lab(), config, 'run'),
    openPreset: (id) => openPreset(lab(), id),
    preferTrained: async (trained) => {
      lab().store.setState({ trained });
      const { catalog, run } = state();
      const open = catalog && run && presetOf(catalog, run.config);
      if (open) await openPreset(lab(), open.id);
    },
    recover: () => recover(lab()),
    goBack: () => goBack(lab()),
    shareLink: () => {
      const { run, catalog } = state();
      return lab().services.address.full(run && catalog ? encodeLink(run.config, catalog) : '');
    },
    snapshot: async () => {
      if (!state().run) return null;
      try {
        return await snapshotNow(lab());
      } catch (thrown) {
        fail(lab(), thrown, 'file');
        return null;
      }
    },
  };
}

function editing(
  lab: () => Lab,
): Part<
  | 'edit'
  | 'editParam'
  | 'editDataParam'
  | 'pickDataset'
  | 'pickSystem'
  | 'chooseEngine'
  | 'chooseThreads'
  | 'apply'
  | 'discard'
> {
  return {
    edit: (change) => edits.changeDraft(lab(), (draft) => ({ ...draft, ...change })),
    editParam: (name, value) => edits.editParam(lab(), name, value),
    editDataParam: (name, value) => edits.editDataParam(lab(), name, value),
    pickDataset: (id, params) => edits.pickDataset(lab(), id, params),
    pickSystem: (id) => edits.pickSystem(lab(), id),
    chooseEngine: (engine) => edits.chooseEngine(lab(), engine),
    chooseThreads: (count) => edits.chooseThreads(lab(), count),
    apply: () => edits.applyDraft(lab()),
    discard: () => {
      const { run, problem } = lab().store.getState();
      lab().wanted = null;
      lab().store.setState({ draft: run?.config ?? null, problem: problem?.where === 'run' ? problem : null });
    },
  };
}

function filing(lab: () => Lab): Part<'openFiles' | 'fetchMnist' | 'columns' | 'drawCharacter' | 'preview'> {
  return {
    openFiles: (files) => openFiles(lab(), files),
    fetchMnist: (remote) => fetchMnist(lab(), remote),
    columns: (dataset, file) => askData(lab(), { type: 'columns', dataset, file }),
    drawCharacter: (dataset, values, seed) =>
      askData(lab(), { type: 'character', dataset, values, seed, side: CHARACTER_SIDE }),
    preview: (dataset, params, count) => askData(lab(), { type: 'preview', dataset, params, count }),
  };
}

function measuring(
  lab: () => Lab,
): Part<
  | 'measure'
  | 'measureEvery'
  | 'showMeasurements'
  | 'generatePictures'
  | 'lookInside'
  | 'judgePictures'
  | 'readCaption'
  | 'findDirections'
  | 'paint'
  | 'setThreshold'
> {
  return {
    measure: () => measureNow(lab()),
    measureEvery: (every) => lab().store.setState(({ quality }) => ({ quality: { ...quality, every, problem: null } })),
    showMeasurements: (measurements) => lab().store.setState({ measurements }),
    lookInside: (part) => askRun(lab(), (client) => client.inside(part)),
    generatePictures: (latents, off) => askRun(lab(), (client) => client.generate(latents, off)),
    judgePictures: (pictures) => askRun(lab(), (client) => client.judge(pictures)),
    readCaption: (words) => askRun(lab(), (client) => client.read(words)),
    paint: (painting) => askRun(lab(), (client) => client.paint(painting)),
    findDirections: (count) =>
      askRun(lab(), async () => lab().services.measuring.directions(await snapshotNow(lab()), count)),
    setThreshold: (threshold) => lab().store.setState({ threshold }),
  };
}

function travelling(lab: () => Lab): Part<'seek' | 'swapCourse' | 'branch' | 'replay'> {
  return {
    seek: (iteration) => {
      lab().store.setState({ sought: iteration });
      return travel(lab(), () => lab().client.seek(iteration));
    },
    swapCourse: () => travel(lab(), () => lab().client.swapCourse()),
    branch: () => branch(lab()),
    replay: (on) => {
      const { timeline, status, seek } = lab().store.getState();
      if (on && !isPast(timeline, status.iteration)) void seek(0);
      lab().store.setState({ replaying: on });
    },
  };
}

function duelling(lab: () => Lab): Part<'openDuel' | 'closeDuel' | 'adopt'> {
  return {
    openDuel: () => {
      const duel = contendersOf(lab().store.getState());
      if (!duel) return;
      lab().store.getState().pause();
      lab().store.setState({ duel });
    },
    closeDuel: () => lab().store.setState({ duel: null }),
    adopt: async (config, snapshot, curves) => {
      await openRun(lab(), config, { where: 'run', snapshot, curves, keepFormer: true, play: false });
    },
  };
}
