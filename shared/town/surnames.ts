/** `surname weight` pairs; weights in hundredths of a percent, after the published national order bent to the north-east. */
function read(text: string): readonly (readonly [string, number])[] {
  return text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [, surname = '', weight = ''] = /^(\D+)(\d+)$/.exec(entry) ?? [];
      return [surname, Number(weight)] as const;
    });
}

/** Surnames of Han people, also those read otherwise than the character usually is, and compound ones. */
export const hanSurnames = read(`
王960 李910 张900 刘690 陈300 杨300 赵340 黄120 周170 吴180 徐200 孙290 胡120 朱130 高170 林110 何90 郭130 马160 罗50
梁70 宋140 郑110 谢50 韩120 唐60 冯80 于180 董100 萧20 程70 曹90 袁50 邓40 许80 傅30 沈40 曾30 彭40 吕70 苏50 卢40 蒋40
蔡40 贾60 丁70 魏80 薛50 叶40 阎20 余30 潘40 杜70 戴40 夏50 钟20 汪40 田60 任60 姜110 范50 方40 石60 姚50 谭30 廖10 邹40
熊10 金60 陆30 郝40 孔30 白50 崔80 康30 毛20 邱30 秦40 江30 史40 顾30 侯50 邵40 孟60 龙15 万25 段30 雷15 钱25 汤20 尹40
黎10 易10 常30 武30 乔25 贺25 赖5 龚15 文20 葛30 迟30 由10 曲40 丛20 初10 宫15 矫8 逄5 盖8 隋15 毕25 柳15 滕12 臧10
单18 仇8 解12 查6 区3 尉4 翟20 覃3 缪4 折2 冷12 栾12 鞠10 亓2 仝2 佟6 关25 那4 沙5 穆6 佘3 冼2 晁3 牟10 车12 谷12
祁10 娄10 窦8 岳12 梅8 兰8 安15 裴10 代15 付30 闫40 肖40 党4 褚5 管10 焦12 季10 蔺4 苗8 莫5 庞10 戚5 瞿3 桑4 施10 宿3
陶15 温12 邢20 尤6 虞2 詹5 左10 欧阳4 司马1 上官2 诸葛1 令狐1 尉迟1 慕容1 长孙1 皇甫1
`);

/** Surnames usual among the Koreans of Jilin (朝鲜族). */
export const koreanSurnames = read(
  '金310 李190 朴130 崔90 郑60 姜40 张30 尹35 许25 全30 韩25 林20 申20 黄20 安20 吴15 权20 南15 玄10 太6',
);

/** Surnames usual among the Manchus (满族). */
export const manchuSurnames = read(
  '关120 佟60 赵110 王100 张70 李70 刘60 那50 傅40 富30 白40 金50 吴45 马40 何35 郎20 杨40 唐25 舒20 索15 康20 高30 石20',
);
