import type { shortcuts as shortcutsSource } from '../en/shortcuts.ts';
import type { Translated } from '../types.ts';

export const shortcuts: Translated<typeof shortcutsSource> = {
  title: '键盘快捷键',
  everywhere: '任何位置',
  lists: '列表中',
  log: '日志中',
  palette: '搜索或执行命令',
  search: '在页面中搜索',
  down: '下一行',
  up: '上一行',
  open: '打开此行',
  close: '关闭面板',
  select: '选择此行',
  selectAll: '选择所有行',
  pauseLog: '暂停或继续',
  latest: '跳到最新一行',
  then: '然后',
  singleKeysOff: '单键快捷键已关闭，可在设置中开启。',
};
