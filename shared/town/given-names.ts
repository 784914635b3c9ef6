import { Weighted } from './random.ts';

const characters = (text: string): readonly string[] => [...text.replaceAll(/\s/g, '')];

/** Characters of given names, the usual ones first; all of 通用规范汉字表 (2013). Chosen at random, they make invented names. */
export const maleOld = characters(
  '国建军志德文春福玉永海金明庆洪长树贵忠宝成景云富祥兴发义连喜林有山生江殿占凤奎财全才清胜仁民武和信荣昌学俊万龙广臣斌田启振东平启顺利民革强刚',
);
export const femaleOld = characters(
  '秀玉桂凤淑兰英芳香琴珍云芝荣华梅霞萍艳丽红霞敏杰娟素清春琴芬莲菊月亚文美贤珠莉晶静波燕彩环慧洁凌青丹欣秋雪',
);
export const maleYoung = characters(
  '浩宇子轩俊杰明博文泽涛鑫鹏伟磊洋超凯旭晨峰帅龙航佳铭睿皓天一翔昊然嘉诚梓瑞思远志强斌亮勇刚健飞辉阳毅楠森昱霖泓成彦景程恒奕辰逸炎',
);
export const femaleYoung = characters(
  '欣怡雨涵婷梓萱佳琪诗雪丽娜静敏颖慧莹琳丹倩晶晓月思彤妍茜瑶悦楠薇璐宁蕾冰洁梦嘉艺馨然可心语桐若曦筱依诺乐瑾文婉芷蓓露莎岚',
);
export const korean = characters('哲浩英顺善姬玉花学龙成国日春美爱贞淑明洙万虎男吉燮京赫俊娜恩惠');

/**
 * Rarer characters of the table's third part (三级字), as names of the last years have them; all read by every dictionary.
 */
export const rareCharacters = characters('喆堃垚翀玥瑄珺昶旻昉祎赟奭燊弢翾骉骎琎珝玘婳媖祺淼焱晔奡');

/** Third-part characters beyond the basic plane, with the reading that a clerk would type by hand. */
export const farCharacters: readonly (readonly [string, string])[] = [
  ['𬱖', 'dí'],
  ['𬀩', 'wěi'],
  ['𬭎', 'hóng'],
  ['𫖯', 'fǔ'],
];

/** Invented full names with the middle dot, of Uygur and Kazak residents. */
export const dottedGiven = {
  '1': ['艾合提', '巴哈提', '迪里夏提', '帕尔哈提', '叶尔兰', '阿尔曼'],
  '2': ['阿依努尔', '古丽米娜', '娜孜依', '迪丽努尔', '阿依夏'],
} as const;
export const dottedFathers = ['吐尔逊', '玉素甫', '卡德尔', '木拉提', '赛力克', '哈力克'] as const;

/** Ethnic groups (GB/T 3304) of the city; the city has few others than Han, Manchu, Korean, Hui and Mongol. */
const usual = [
  ['01', 9230],
  ['11', 480],
  ['10', 130],
  ['03', 70],
  ['02', 60],
  ['38', 8],
  ['08', 5],
  ['06', 5],
  ['15', 4],
  ['31', 3],
  ['05', 3],
  ['17', 2],
] as const;

/** Groups in an ordinary township. */
export const ethnicities = new Weighted<string>(usual);
/** Groups in 三合满族朝鲜族乡. */
export const ethnicitiesOfSanhe = new Weighted<string>([
  ['01', 5200],
  ['11', 2600],
  ['10', 2100],
  ['03', 60],
  ['02', 40],
]);
