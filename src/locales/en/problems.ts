export default {
  fault:
    'A fault of the program, not yours: {{message}}. Reload the page; the last saved state of the run will be there.',
  link: {
    value:
      'The link gives “{{name}}” the value “{{found}}”, which cannot be read. Ask for the link again, or remove that part.',
  },
  config: {
    notRecord: 'This is not a configuration of a run: a JSON object with “system” and “dataset” is needed.',
    notJson: 'The file {{file}} is not readable JSON. Open a configuration that was saved here.',
    unknownField: 'The configuration has a field “{{name}}” that no run knows. Remove it, or check its spelling.',
    unknownSystem: 'There is no system “{{id}}”. Known are: {{known}}.',
    unknownDataset: 'There is no data set “{{id}}”. Known are: {{known}}.',
    kindMismatch:
      'The system “{{system}}” cannot learn the data “{{dataset}}”: it accepts {{kinds}} data. Choose another pair.',
  },
  param: {
    number: '“{{name}}” must be a number, but is {{found}}.',
    integer: '“{{name}}” must be a whole number, but is {{found}}.',
    range: '“{{name}}” must lie between {{min}} and {{max}}, but is {{found}}.',
    choice: '“{{name}}” must be one of {{options}}, but is {{found}}.',
    flag: '“{{name}}” must be true or false, but is {{found}}.',
    text: '“{{name}}” must be text, but is {{found}}.',
    textLength: '“{{name}}” is too long: at most {{max}} characters fit. Draw less, or choose another file.',
    layers: 'The network “{{name}}” has a layer that cannot be read, at {{at}}. Check its type and numbers.',
    record: 'Parameters must be an object of names and values, but are {{found}}.',
    unknown: 'There is no parameter “{{name}}” here. It may come from another version, system or data set: remove it.',
  },
  net: {
    denseNeedsVector: 'A dense layer takes a vector, but gets an image of {{shape}}. Put a flatten layer before it.',
    convNeedsImage:
      'A convolution takes an image (height × width × channels), but gets {{shape}}. Put a reshape layer before it.',
    reshapeSize:
      'Reshape cannot turn {{from}} ({{have}} numbers) into {{to}} ({{need}} numbers). The two must be equal.',
    tooManyLayers: 'The network has more than {{max}} layers. Remove some.',
    tooManyParameters:
      'The network has more than {{max}} trained values, too many for a browser tab. Make its layers smaller.',
    tooLarge: 'A layer puts out {{shape}}, too much for a browser tab. Use fewer filters or a smaller size.',
    wrongOutput:
      'The network puts out {{found}}, but {{expected}} is needed. Change its strides, its reshape or its last layer.',
  },
  snapshot: {
    notSnapshot: 'This file is not a run that Minimax saved. Open a .zip that was written by “Save the run”.',
    header: 'The saved run is damaged or from another version (at “{{at}}”). Save it again where it came from.',
    length:
      'The saved run is cut short or damaged: it holds {{found}} bytes of weights instead of {{expected}}. Copy the file again.',
    mismatch:
      'The saved weights do not fit these networks (at “{{name}}”). Open the file instead of changing its networks.',
  },
  run: {
    none: 'No run is open yet. Choose an experiment first.',
    notFinite:
      'At iteration {{iteration}} a number was no longer finite, first in “{{what}}”. Go back to the last good state and lower the learning rate.',
  },
  worker: {
    crashed: 'The worker that trains stopped ({{message}}). Go on from the last saved state, or start again.',
    closed: 'The run was replaced while this was under way. Try again.',
  },
} as const;
