import { type HelperSetup, help } from '../engine/replay/threads';

self.onmessage = ({ data }: MessageEvent<HelperSetup>) => help(data);
