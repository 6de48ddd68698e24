import type { guides as source } from '../en/guides.ts';
import type { Translated } from '../types.ts';

export const guides: Translated<typeof source> = {
  title: '指南',
  intro: '逐步说明，带有本安装的地址和名称。可在此阅读、打印，或交给机主。',
  'group.clients': '按手机',
  'group.topics': '供管理员',
  language: '指南的语言',
  all: '所有指南',
  html: '保存为 HTML',
  pdf: '保存为 PDF',
  print: '打印',
  saved: '已保存 {name}。',
  'for-device': '使用 {name} 的值',
  'who.admin': '在管理端',
  'who.owner': '在手机上',
  'value.own': '由机主填写',
  'value.name': '字段',
  'value.value': '值',
  'note.info': '说明',
  'note.warning': '注意',
  'empty.title': '没有指南',
  'empty.text': '本安装的服务没有提供此语言的指南。',
  'gone.title': '没有此指南',
  'gone.text': '地址可能已过时，或设备已被移除。',
  making: '正在生成指南。',
};
