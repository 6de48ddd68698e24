export { shortcuts } from '../en/shortcuts.ts';
