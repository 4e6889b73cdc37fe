/** Words the demo's customers and their people are made of. */
export const cities = [
  ['杭州', '330100', '0571', '滨江区物联网街'],
  ['湖州', '330500', '0572', '南太湖新区康山路'],
  ['宁波', '330200', '0574', '北仑区明州路'],
  ['苏州', '320500', '0512', '工业园区星湖街'],
  ['无锡', '320200', '0510', '新吴区长江路'],
  ['上海', '310100', '021', '松江区新桥镇'],
  ['南京', '320100', '025', '江宁区秣周路'],
  ['合肥', '340100', '0551', '高新区望江西路'],
  ['深圳', '440300', '0755', '宝安区福永街道'],
  ['东莞', '441900', '0769', '松山湖科技大道'],
  ['佛山', '440600', '0757', '顺德区大良街道'],
  ['武汉', '420100', '027', '光谷大道'],
  ['青岛', '370200', '0532', '黄岛区前湾港路'],
  ['天津', '120100', '022', '西青区张家窝镇'],
  ['成都', '510100', '028', '高新区天府大道'],
] as const;
export const firsts = [...'晟砾泊恒澜苍绵朔望合北茗岚松未枫铂沐远云芷麦拓青'];
export const seconds = [...'屿原远砚岳梧舟禾塬序湾岛桥间迟川森衡砀栈岭垄野榆'];
export const trades = [
  ['新材料', '新材料'],
  ['自动化', '装备制造'],
  ['包装', '包装'],
  ['电缆', '电气'],
  ['精工', '精密制造'],
  ['食品', '食品'],
  ['光电', '光电'],
  ['制药', '医药'],
  ['纺织', '纺织'],
  ['汽车零部件', '汽车零部件'],
  ['数控', '装备制造'],
  ['仓储物流', '物流'],
] as const;
export const surnames = [...'林宋白石丁邵骆蒋唐孟姜夏葛罗田章苗柳范彭'];
export const givenNames = [
  '可欣',
  '之航',
  '露',
  '砚秋',
  '若琳',
  '景行',
  '文博',
  '雨桐',
  '致远',
  '晓棠',
  '一鸣',
  '知秋',
  '子昂',
  '诗涵',
  '亦舟',
  '承宇',
  '嘉禾',
  '明澈',
] as const;
export const jobs = [
  ['采购总监', 'decider'],
  ['总经理', 'decider'],
  ['生产副总', 'influencer'],
  ['质量经理', 'user'],
  ['设备主管', 'user'],
  ['技术总监', 'influencer'],
  ['法务', null],
] as const;
export const channels = [
  'website',
  'search',
  'social',
  'exhibition',
  'referral',
  'hotline',
  'telesales',
  'media',
] as const;

/** How many customers each rep has won over in nine months, and how ripe he calls them. */
export const books = [
  { account: 'rep1', customers: 26, grades: ['A', 'A', 'A-', 'A-', 'B+', 'B'] },
  { account: 'rep2', customers: 18, grades: ['A', 'A-', 'B+', 'B+', 'B', 'C'] },
  { account: 'rep3', customers: 20, grades: ['A-', 'B+', 'B', 'B', 'C', 'C'] },
  { account: 'rep4', customers: 18, grades: ['A', 'A-', 'B+', 'B', 'B', 'C'] },
  { account: 'rep5', customers: 19, grades: ['A', 'A-', 'A-', 'B+', 'B', 'C'] },
  { account: 'rep6', customers: 14, grades: ['A-', 'B+', 'B', 'B', 'C', 'D'] },
  { account: 'rep7', customers: 20, grades: ['A', 'B+', 'B', 'C', 'C', 'D'] },
  { account: 'rep8', customers: 16, grades: ['A', 'A-', 'B+', 'B', 'B', 'C'] },
  { account: 'rep9', customers: 14, grades: ['A', 'A-', 'B+', 'B', 'C', 'C'] },
  { account: 'rep10', customers: 16, grades: ['A-', 'B+', 'B+', 'B', 'B', 'C'] },
  { account: 'rep11', customers: 12, grades: ['A-', 'B+', 'B', 'B', 'C', 'C'] },
  { account: 'rep12', customers: 9, grades: ['A', 'B+', 'B', 'B', 'C', 'D'] },
] as const;
