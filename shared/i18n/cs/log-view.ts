export { logView } from '../en/log-view.ts';
