import { runDesktop } from './desktop/shell.ts';

runDesktop();
