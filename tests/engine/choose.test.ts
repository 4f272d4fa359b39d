import { describe, expect, it } from 'vitest';
import type { DataKind } from '../../src/core/catalog';
import type { EngineChoice } from '../../src/core/run';
import { chooseEngine } from '../../src/engine/choose';
import { isSoftware, probeWebgl, type WebglProbe } from '../../src/engine/probe';
import en from '../../src/locales/en';

const none: WebglProbe = { available: false, software: false, renderer: null };

const rows: [EngineChoice, DataKind, boolean, string, string, boolean][] = [
  ['webgl', '1d', false, 'webgl', 'forced', false],
  ['webgl', 'image', true, 'webgl', 'forced', false],
  ['wasm', 'image', true, 'wasm', 'forced', false],
  ['cpu', '2d', false, 'cpu', 'forced', false],
  ['auto', '1d', false, 'replay', 'tinyNets', false],
  ['auto', '2d', false, 'replay', 'tinyNets', false],
  ['auto', 'image', true, 'replay', 'starting', true],
  ['auto', 'image', false, 'replay', 'starting', true],
];

describe('the choice of an engine', () => {
  it.each(rows)('%s on %s (convolutional: %s) is %s: %s', (choice, kind, convolutional, ...rest) => {
    const [name, reason, tryWebgl] = rest;
    expect(chooseEngine({ choice, kind, convolutional })).toEqual({ name, reason, tryWebgl });
  });

  it('has a sentence for every reason', () => {
    for (const [, , , , reason] of rows) expect(en.engine.reasons).toHaveProperty(reason);
  });
});

describe('looking for WebGL', () => {
  it('knows renderers that are software', () => {
    const software = [
      'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
      'llvmpipe (LLVM 15.0.6, 256 bits)',
      'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
      'Apple Software Renderer',
    ];
    const hardware = ['ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)', 'Mali-G78', null];
    expect(software.map(isSoftware)).toEqual(software.map(() => true));
    expect(hardware.map(isSoftware)).toEqual(hardware.map(() => false));
  });

  it('finds none where there is no canvas', () => {
    expect(probeWebgl()).toEqual(none);
  });
});
