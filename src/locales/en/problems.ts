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
    needsLabels:
      'The system {{system}} needs samples that come with a class or a number, and the data set {{dataset}} has none. Choose labelled data.',
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
    strideOverKernel:
      'A stride of {{stride}} with a kernel of {{kernel}} would skip cells of the image. Make the kernel at least as wide as the stride.',
    denseNeedsVector: 'A dense layer takes a vector, but gets an image of {{shape}}. Put a flatten layer before it.',
    convNeedsImage:
      'A convolution takes an image (height × width × channels), but gets {{shape}}. Put a reshape layer before it.',
    styleNeedsLatent:
      'A style is made of the latent that a network starts from, but this one starts from an image of {{shape}}. Use style layers in generators.',
    nothingToSkip:
      'A skip connection joins what the image was at the same size before it was made smaller, but there is no such layer before it: it gets {{shape}}. Put it behind a layer that brings the image back to a size that it had.',
    cannotHalve:
      'Downsampling takes an image with even sides, but gets {{shape}}. Remove it or change the sizes before it.',
    otherChannels: 'This layer makes or takes pictures of {{found}} channels; those of the data have {{expected}}.',
    cannotGrow:
      'A network that grows is run in parts, but {{layer}} needs the whole of it. Remove that layer, or those that lead to pictures and from them.',
    stages:
      'G grows through the sides {{generator}}, D through {{discriminator}}. Give both as many layers that lead to a picture or from one, at the same sides, each twice the one before.',
    reshapeSize:
      'Reshape cannot turn {{from}} ({{have}} numbers) into {{to}} ({{need}} numbers). The two must be equal.',
    tooManyLayers: 'The network has more than {{max}} layers. Remove some.',
    tooManyParameters:
      'The network has more than {{max}} trained values, too many for a browser tab. Make its layers smaller.',
    tooLarge: 'A layer puts out {{shape}}, too much for a browser tab. Use fewer filters or a smaller size.',
    wrongOutput:
      'The network puts out {{found}}, but {{expected}} is needed. Change its strides, its reshape or its last layer.',
  },
  combination: {
    penaltyBatchNorm:
      'A penalty on D’s gradient and batch normalization in D do not go together: it mixes the samples whose gradients are punished one by one. Use layer normalization in D, or no penalty.',
    labels:
      'The objective “{{objective}}” compares no scores with labels, so there are none to soften. Choose a minimax, non-saturating or least-squares objective, or exact labels.',
    packing:
      'A batch of {{batchSize}} samples cannot be cut into packs of {{packing}}. Choose a batch size that {{packing}} divides.',
    unrolledConvolution:
      'Unrolling differentiates through D’s learning, and TensorFlow.js has no gradient of a convolution’s weight gradient. Use dense layers in D, or do not unroll.',
    consensusConvolution:
      'Consensus optimization differentiates weight gradients, and TensorFlow.js has no gradient of a convolution’s. Use dense networks, or turn it off.',
    unrolledPenalty:
      'Unrolling through a penalty on D’s gradient would take third derivatives. Choose no penalty and an objective without one, or do not unroll.',
    consensusPenalty:
      'Consensus optimization through a penalty on D’s gradient would take third derivatives. Choose no penalty and an objective without one, or turn it off.',
    domains:
      'These data have no classes that could be the two domains. Choose another second domain, such as the negative, or data with classes.',
    consensusUnrolled:
      'Consensus optimization and unrolling are two answers to the same question and cannot be nested. Choose one of them.',
  },
  snapshot: {
    notFetched:
      'The trained networks of this experiment could not be loaded. Open it from scratch and train them here.',
    damaged: 'The saved run is damaged: its checksum is wrong. Copy the file again from where it came.',
    notSnapshot: 'This file is not a run that Minimax saved. Open a .zip that was written by “Save the run”.',
    header: 'The saved run is damaged or from another version (at “{{at}}”). Save it again where it came from.',
    length:
      'The saved run is cut short or damaged: it holds {{found}} bytes of weights instead of {{expected}}. Copy the file again.',
    mismatch: 'The saved weights do not fit these networks (at “{{name}}”). Changed networks have to begin anew.',
  },
  latent: {
    length: 'These {{length}} numbers are no latents of {{latentSize}} numbers each.',
    unpainted: 'Nothing was painted on the picture yet. Paint at least one pixel of it.',
  },
  run: {
    none: 'No run is open yet. Choose an experiment first.',
    notFinite:
      'At iteration {{iteration}} a number was no longer finite, first in “{{what}}”. Go back to the last good state and lower the learning rate.',
  },
  cli: {
    presetOrConfig:
      'Say what to train: either --preset NAME or --config FILE (and not both). --list shows the presets.',
    out: 'Say where to write the results: --out DIR.',
    arguments: 'The arguments could not be read: {{message}}. --help shows what there is.',
    whole: '--{{name}} takes a whole number from {{min}} to {{max}}, not “{{found}}”.',
    preset: 'There is no preset “{{id}}”. Known are: {{known}}.',
    cannotRead: 'The file {{path}} cannot be read. Check its name.',
    notJson: 'The file {{path}} is not a configuration in JSON. Use a config.json that Minimax wrote.',
    cannotWrite: 'The folder {{path}} cannot be written. Choose another one.',
  },
  engine: {
    unavailable:
      'The engine “{{engine}}” cannot run here ({{reason}}). Choose another one: auto finds what this machine can do.',
    lost: 'The browser took the engine “{{engine}}” away in the middle of the run. Go on from the last saved state.',
  },
  worker: {
    crashed: 'The worker that trains stopped ({{message}}). Go on from the last saved state, or start again.',
    closed: 'The run was replaced while this was under way. Try again.',
  },
  data: {
    missing:
      'The data set “{{id}}” is not at hand. In the app, load its files first: they then stay in this browser. On the command line, put them into the folder “datasets” (npm run datasets fetches MNIST).',
    noCharacter: 'The samples of “{{id}}” are not drawn from named numbers.',
    none: 'No file was given. Choose one or more data files.',
    empty: 'The file {{file}} is empty. Copy it again from where it came.',
    gzip: 'The gzip file {{file}} is cut short or damaged. Download or copy it again.',
    tooLarge: 'The file {{file}} holds more than {{max}} MB, too much for a browser tab. Use a smaller part of it.',
    unknown:
      'The content of {{file}} is not known here. IDX (MNIST), CIFAR-10 binary records, CSV, JPEG, PNG and ZIP files can be opened.',
    mixed: 'The files {{file}} and {{other}} are of different kinds. Open files of one kind at a time.',
    cancelled: 'Cancelled. Nothing was changed.',
    storage:
      'The browser refuses to store data here ({{message}}). Leave private browsing, or allow this site to store data.',
    storageFull:
      'The browser has no room left for this data. Free some space on the disk, or clear data of other sites.',
    noneAmong:
      'The data hold no sample of the classes {{classes}}, which this system draws from. Take all classes of the data, other data or another system.',
    previewCount: 'A preview shows between 1 and {{max}} samples. Ask for fewer.',
  },
  idx: {
    short: 'The file {{file}} is too short for an IDX file: it has only {{found}} bytes. Download or copy it again.',
    magic:
      'The file {{file}} does not begin as MNIST’s files do: its magic number is {{found}} instead of 2051 (images) or 2049 (labels). Choose the original file.',
    empty: 'The file {{file}} says that it holds nothing. Choose the original file.',
    length:
      'The file {{file}} should have {{expected}} bytes by its header, but has {{found}}. It is cut short or damaged: download it again.',
  },
  mnist: {
    pair: 'MNIST needs one file of images and its file of labels together; there were {{images}} of images and {{labels}} of labels. Open both at once.',
    half: 'The file {{file}} is good and was kept, but {{missing}} is still to come. Open that one too.',
    role: 'The file {{file}} is not {{expected}}: images and labels seem to be exchanged. Give each file its original name.',
    size: 'The pictures in {{file}} are {{found}}, but MNIST’s are 28×28. Choose MNIST’s own file.',
    count:
      'The file {{file}} holds {{found}} digits, but MNIST’s training set has {{expected}}. Open train-images-idx3-ubyte and train-labels-idx1-ubyte.',
    mismatch:
      'There are {{images}} images but {{labels}} labels. Open the images and the labels of the same set (both “train-…”).',
    checksum:
      'The file {{file}} has MNIST’s format but not its content: the checksum differs. It is damaged, or another data set such as Fashion-MNIST. Choose MNIST’s own file.',
  },
  cifar: {
    length:
      'The file {{file}} has {{found}} bytes, which is no whole number of CIFAR-10 records of {{record}} bytes. Use the binary version of CIFAR-10, and download it again if it was cut short.',
    label:
      'Record {{record}} of {{file}} has the label {{found}}, but CIFAR-10 has labels 0 to 9 only. Use the binary version of CIFAR-10.',
    noneOf:
      'The file {{file}} holds no picture of the class “{{only}}”. Open another part of CIFAR-10, or take all classes.',
  },
  csv: {
    empty: 'The table {{file}} has no rows. Choose a file with a header and numbers.',
    notText: 'The file {{file}} is not text, so it is no CSV table. Save the table as CSV and try again.',
    tooManyColumns: 'The table {{file}} has {{found}} columns; at most {{max}} can be read. Remove some.',
    noColumn: 'The table {{file}} has no column “{{column}}”. It has: {{known}}.',
    noNumbers: 'No column of {{file}} holds numbers. Choose a table with at least one numeric column.',
    notNumeric: 'The column “{{column}}” of {{file}} holds no numbers. Choose another column.',
    tooFewColumns: 'The table {{file}} has {{found}} numeric columns, but {{needed}} are needed. Choose another table.',
    rows: 'Only {{found}} rows of {{file}} hold numbers in the chosen columns; at least 2 are needed. Choose other columns.',
    constant:
      'All values of the column “{{column}}” in {{file}} are the same: there is nothing to learn. Choose another.',
    oneFile: 'Only one table can be opened at a time, but there were {{file}} and {{other}}. Open one of them.',
  },
  images: {
    none: 'There is no JPEG or PNG image in what was opened. Choose images, or a ZIP file with images in it.',
    tooMany: 'There are too many images (in {{file}}): at most {{max}} can be loaded. Choose fewer.',
    pixels: 'The image {{file}} has more than {{max}} million pixels. Make it smaller first.',
    undecodable: 'The image {{file}} cannot be read: it is damaged or no JPEG or PNG. Leave it out, or save it anew.',
    zip: 'The ZIP file {{file}} is cut short or damaged. Copy it again, or open the images themselves.',
    pack: 'The stored images {{file}} are damaged. Open your images again.',
  },
  drawing: {
    text: 'The drawing in this link or file cannot be read. Ask for the link again, or draw anew.',
  },
  replay: {
    kernel: 'The operation {{kernel}} has no replayed form ({{why}}).',
    read: 'A step reads a value while it computes ({{place}}), so it cannot be recorded.',
    undeclared:
      'Two recordings of one step differ at {{kernel}} ({{what}}; {{place}}): something enters it unannounced.',
    variable: 'A step uses a variable that its system does not declare as a part ({{place}}).',
    kept: 'A step uses a copy of {{name}} that was made outside of it ({{place}}).',
    twice: 'A step writes {{name}} twice ({{place}}).',
  },
  download: {
    failed: '{{url}} could not be fetched ({{reason}}). Check the connection and try again.',
    none: 'The files could not be fetched from {{tried}} (last answer: {{reason}}). Check the connection, or open the files yourself.',
  },
} as const;
