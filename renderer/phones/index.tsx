export { PhonesButton } from './phones-button.tsx';
export { PhonesDrawer } from './phones-drawer.tsx';
export { togglePhones } from './phones-drawer-state.ts';
