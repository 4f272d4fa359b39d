/** What WebGL the browser offers: its renderer's name, and whether that is software. */
export interface WebglProbe {
  available: boolean;
  software: boolean;
  renderer: string | null;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether a renderer of that name draws on the processor: SwiftShader, Mesa's llvmpipe, Microsoft's basic renderer. */
export const isSoftware = (renderer: string | null): boolean => renderer !== null && SOFTWARE.test(renderer);

/** Name of the GPU or software renderer behind a context, or null where the browser hides it. */
export function rendererOf(context: WebGL2RenderingContext): string | null {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return typeof name === 'string' ? name : null;
}

/** Looks for WebGL 2 in a few milliseconds and lets the context go again. */
export function probeWebgl(): WebglProbe {
  if (typeof OffscreenCanvas === 'undefined') return { available: false, software: false, renderer: null };
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) return { available: false, software: false, renderer: null };
  const renderer = rendererOf(context);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { available: true, software: isSoftware(renderer), renderer };
}
