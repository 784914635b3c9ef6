import type { Bilingual } from '../../contract/verdict.ts';
import type { PackProblem, YamlFile } from '../yaml-file.ts';
import { onlyChinese, plainChinese, plainEnglish } from './plain-wording.ts';

/**
 * Article 10 of the Liaoyuan opinion: at this stage no one may be made to give up farmland, homestead or collective-income rights
 * for settling in town. The counter has no business with these rights at all, so a pack that speaks of them anywhere, as rule,
 * material, fact, question or text, is refused. Only the guarantee itself may stand in a pack, in exactly these words.
 */
export const ruralRightsGuarantee: Bilingual = {
  zh: '现阶段不允许以收回土地承包经营权、宅基地使用权、集体收益分配权作为农民进城落户的条件',
  en: 'At this stage taking back farmland contract, homestead use or collective income rights is not allowed as a condition of settling in town',
};

const chineseWords = new RegExp(
  [
    '土地|地权|退地|弃地|交地|让地|还地|地票|征地|地契|田契|用地|种地|丢地|腾地|舍地',
    '田产|山林|林权|水面|鱼塘|耕种|经营权|承包|农舍|农庄|村屋|祖屋|老屋|老家.{0,4}(房|屋|宅|院|地|田)|乡下.{0,4}(房|屋|宅|院|地|田)',
    '农地|耕地|林地|草地|山地|荒地|滩涂|农田|田地|稻田|水田|旱田|良田|菜地|园地',
    '承包|责任田|责任地|口粮田|口粮地|自留地|自留山|包产|分田',
    '宅基|宅地|宅院|房基|庄基|屋基|农房|农宅|退宅|弃宅|祖宅|老宅|农村.{0,4}(房|宅|院)',
    '集体.{0,3}(收益|收入|经济|资产|财产|产权|股|分红|分配|权益|权利|福利|成员|资源|所有|土地|利益)',
    '(村|组|队|社).{0,3}(收益|分红|股|红利)|收益权|分红|红利|收益分配|分红权|股份合作|股份经济|成员资格|社员|村民.{0,2}(资格|权|待遇|身份|福利|股)',
    '农村.{0,4}(权|地|田|资产|财产|股|利益)|农民.{0,4}(权|地|田|资产|财产|利益)|农业.{0,2}(权益|用地)|村.{0,2}(分红|股份|权益|福利)',
    '(三|3|两|二|2)权',
  ].join('|'),
);

const englishWords = new RegExp(
  [
    '\\b(farm|crop|grass|wood|forest|plough|plow|pasture|arable|village|rural|peasant|contract|contracted)? ?lands?\\b(?! ?lords?)',
    '\\b(home|house) ?(steads?|steading|plots?|sites?|lots?)\\b|\\bcurtilages?\\b|\\b(building|dwelling|residential) (plots?|sites?|lots?)\\b',
    '\\b(rural|village|villager|villagers|peasant|peasants|farmer|farmers) ?(s )?(\\w+ )?(rights?|property|assets?|shares?|dividends?|benefits?|entitlements?|membership|holdings?|interests?|house|home)\\b',
    '\\b(collective|collectives|communal|commune|cooperative) ?(s )?(\\w+ )?(income|benefits?|earnings?|revenues?|dividends?|assets?|property|economy|economic|shares?|rights?|members?|membership|profits?|proceeds|interests?|distribution|entitlements?)\\b',
    '\\b(three|3|two) (\\w+ )?rights\\b|\\b(arable|acreage|allotments?|smallholdings?|paddy|paddies|farmsteads?|tillage|fields?)\\b|\\bfarm (plots?|contracts?|rights?)\\b',
    '\\b(zhai ?ji ?di|zhai ?ji|cheng ?bao ?(di|tian|quan)?|tu ?di|san ?quan|ji ?ti ?(shou ?yi|jing ?ji|zi ?chan)|nong ?di|geng ?di|tui ?(di|zhai)|nong ?(tian|cun ?fang)|fen ?hong|shou ?yi ?quan|san 权)\\b',
    '\\b(agrarian|agricultural (holdings?|rights?|plots?|soil)|cottages?|farmhouses?|farm|farms|orchards?|croplands?|plots?)\\b',
  ].join('|'),
);

/** Words that mean nothing else, found without their spaces too. */
const englishRuns =
  /homestead|farmland|cropland|landcontract|contractland|landright|collectiveincome|collectiveasset|ruralright|zhaijidi|chengbaodi|tudichengbao|tudiquan|jitishouyi|jitijingji/;

/** Keys that the format of a pack has of its own; as a text they are looked at like any other. */
const keysOfTheFormat: ReadonlySet<string> = new Set(['fields', 'field']);

const allowedZh = plainChinese(ruralRightsGuarantee.zh);
const allowedHan = onlyChinese(ruralRightsGuarantee.zh);
const allowedEn = plainEnglish(ruralRightsGuarantee.en);

/** Whether a text speaks of farmland, homestead or collective-income rights, the guarantee itself left out. */
export function speaksOfRuralRights(text: string): boolean {
  const zh = plainChinese(text).replaceAll(allowedZh, '');
  if (chineseWords.test(zh) || chineseWords.test(onlyChinese(text).replaceAll(allowedHan, ''))) return true;
  const en = plainEnglish(text).replaceAll(allowedEn, '');
  return englishWords.test(en) || englishRuns.test(en.replaceAll(' ', ''));
}

/** Every place of the pack that speaks of these rights. */
export function guardRuralRights(files: readonly YamlFile[]): PackProblem[] {
  const answers = new Map<string, boolean>();
  const speaks = (text: string): boolean => {
    const answer = answers.get(text) ?? speaksOfRuralRights(text);
    answers.set(text, answer);
    return answer;
  };
  return files.flatMap((file) => [
    ...(speaksOfRuralRights(file.name) ? [problem(file.name, 0, file.name)] : []),
    ...file
      .texts()
      .filter((each) => !(each.isKey && keysOfTheFormat.has(each.text)) && speaks(each.text))
      .map((each) => problem(file.name, each.line, each.text)),
  ]);
}

function problem(file: string, line: number, text: string): PackProblem {
  const quoted = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return {
    file,
    line,
    message: `liaoyuan-opinion, article 10: «${quoted}» speaks of farmland, homestead or collective-income rights; settling may not depend on them`,
    guard: { article: '10', quoted },
  };
}
