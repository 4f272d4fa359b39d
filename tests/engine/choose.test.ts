import { describe, expect, it } from 'vitest';
import type { DataKind } from '../../src/core/catalog';
import type { EngineChoice } from '../../src/core/run';
import { chooseEngine } from '../../src/engine/choose';
import { isSoftware, probeWebgl, type WebglProbe } from '../../src/engine/probe';
import en from '../../src/locales/en';

const gpu: WebglProbe = { available: true, software: false, renderer: 'ANGLE (NVIDIA, GeForce)' };
const swiftshader: WebglProbe = { available: true, software: true, renderer: 'SwiftShader' };
const none: WebglProbe = { available: false, software: false, renderer: null };

const rows: [EngineChoice, DataKind, boolean, WebglProbe | null, string, string, boolean][] = [
  ['webgl', '1d', false, none, 'webgl', 'forced', false],
  ['webgl', 'image', true, swiftshader, 'webgl', 'forced', false],
  ['wasm', 'image', true, gpu, 'wasm', 'forced', false],
  ['cpu', '2d', false, null, 'cpu', 'forced', false],
  ['auto', '1d', false, gpu, 'replay', 'tinyNets', false],
  ['auto', '2d', false, gpu, 'replay', 'tinyNets', false],
  ['auto', '2d', false, null, 'replay', 'tinyNets', false],
  ['auto', 'image', true, gpu, 'replay', 'starting', true],
  ['auto', 'image', false, gpu, 'replay', 'starting', true],
  ['auto', 'image', true, swiftshader, 'replay', 'softwareGl', false],
  ['auto', 'image', true, none, 'replay', 'noGpu', false],
  ['auto', 'image', true, null, 'replay', 'noGpu', false],
];

describe('the choice of an engine', () => {
  it.each(rows)('%s on %s (convolutional: %s, WebGL: %o) is %s: %s', (choice, kind, convolutional, webgl, ...rest) => {
    const [name, reason, tryWebgl] = rest;
    expect(chooseEngine({ choice, kind, convolutional, webgl })).toEqual({ name, reason, tryWebgl });
  });

  it('has a sentence for every reason', () => {
    for (const [, , , , , reason] of rows) expect(en.engine.reasons).toHaveProperty(reason);
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
