import { pinyin } from 'pinyin-pro';

const pieces = (text: string) => text.trim().split(/\s+/);

/** Pieces that names are put together from; a row of the seed takes one of each kind. */
export const nameParts: Readonly<Record<string, readonly string[]>> = {
  city: pieces(`北京 上海 广州 深圳 杭州 苏州 南京 武汉 成都 西安 天津 宁波 青岛 无锡 长沙 郑州 合肥 福州 厦门 济南
    大连 沈阳 东莞 佛山 常州 南通 温州 嘉兴 绍兴 台州 金华 泉州 珠海 中山 惠州 昆明 南昌 贵阳 石家庄 哈尔滨`),
  first:
    pieces(`晟 华 宏 鼎 泰 瑞 恒 盛 鑫 锦 卓 博 佳 天 海 金 东 德 正 中 新 永 安 嘉 信 通 远 汇 联 创 启 智 云 星 辰 光
    明 旭 晨 朗 润 泽 源 丰 禾 林 森 松 柏 青 蓝 川 江 河 湖 洋 山 岳 峰 岭 石 玉 珠 宝 祥 福 禄 康 宁 和 谐 顺 达 利 益 
    百 千 万 亿 众 合 同 力 勤 诚 义 仁 礼 贤 雅 思`),
  second:
    pieces(`为 泰 达 盛 丰 源 博 远 通 信 诚 创 力 维 科 拓 锐 捷 腾 翔 飞 宇 宙 航 景 图 纳 迈 奥 凯 能 美 康 健 宁
    安 和 顺 兴 隆 昌 荣 华 茂 润 泽 海 洋 川 河 林 森 木 叶 风 雷 电 光 星 月 辰 阳 曦 晖 辉 煌 耀 彩 虹 桥 梁 柱 石 基 
    业 成 立 建 邦 国 民 众 联 合 汇 聚 集`),
  trade:
    pieces(`科技 信息科技 网络科技 智能科技 自动化设备 精密机械 新材料 电子 半导体 医疗器械 生物科技 环保设备 新能源
    电气 仪器仪表 汽车零部件 物流 供应链管理 商贸 食品 纺织 服饰 家居 建材 建筑工程 装饰工程 教育科技 文化传媒 广告 
    咨询 软件 数据服务 光电 化工 包装 印刷`),
  form: ['有限公司', '有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '集团有限公司'],
  surname:
    pieces(`王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 潘 袁 董 余 苏 叶
    程 魏 蒋 田 杜 丁 沈 姜 范 江 傅 钟 卢 汪 戴 崔 任 陆 廖 姚 方 金 邱 夏 谭 韦 贾 邹 石 熊 孟 秦 阎 薛 侯 雷 白 龙 段 郝`),
  given:
    pieces(`伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 文 建 国 志 海 晓 春 红 梅 丹 雪 琳 婷 
    浩 宇 轩 然 博 瑞 嘉 怡 欣 佳 思 雨 晨 阳 子 涵 一 诺 梓 萱 俊 鹏 飞 凯 辉 斌 波 宁 倩 颖`),
  product:
    pieces(`视觉质检系统 生产执行系统 能耗管理平台 仓储自动化 数据中台 客服系统 设备联网改造 质量追溯系统 供应链协同平台
    安防监控 会议系统 网络升级 云迁移服务 年度维保 培训服务 备件采购`),
  title: pieces(
    '采购经理 总经理 信息部主任 生产厂长 设备科长 财务总监 项目经理 副总经理 工程师 质量经理 采购专员 行政主管',
  ),
  talk: pieces(`介绍了方案，对方要看报价 没接通，改天再打 约了下周到现场看设备 对方预算年底批，保持联系 已发样品，等测试结果
    谈了付款方式，三七开可以接受 技术交流，确认接口没有问题 竞品也在报价，价格敏感 合同条款法务在看 催收首付款，财务说本周安排
    到访工厂，产线比预期大 需求变更，重新报价`),
};

/** How every Chinese letter of the names is read, for the search index: as in the first word it stands in (厦门, not 大厦). */
export function readings(): [letter: string, syllable: string][] {
  const found = new Map<string, string>();
  for (const word of [...Object.values(nameParts).flat(), '项目']) {
    const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true });
    for (const [at, letter] of [...word].entries()) {
      const syllable = syllables[at] ?? '';
      if (!found.has(letter) && /^[a-z]+$/.test(syllable)) found.set(letter, syllable);
    }
  }
  return [...found];
}
