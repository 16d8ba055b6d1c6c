/**
 * The hundred or so family names that nearly all people in China have, and the usual double ones
 * (公安部户籍统计, 2020). Used only to tell a person from other short words.
 */
const FAMILY_NAMES = new Set(
  `王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧潘袁蔡蒋余于杜叶程魏苏吕
丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴
严欧莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷耿关焦左柳甘祝包宁尚符舒阮柯纪梅童
凌毕单裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳管柴鲍华祁项屈连宫滕季卜解卓俞原闫肖楚胥佘匡瞿旷刁晏喻车
欧阳上官司马诸葛东方尉迟皇甫`.replace(/\s/g, ''),
);

/** Words that end the name of an authority, a place, a company or a house. */
const UNIT_END =
  /(?:区|县|市|省|镇|乡|村|街道|社区|局|委|委员会|委会|理事会|研究会|学会|基金会|妇联|办|办公室|公司|集团|厂|学校|学院|大学|中学|小学|医院|银行|中心|协会|商会|站|所|队|厅|部|院|园|总工会|党委|党群|工委|支部|电台|电视台|报社|融媒体|示范区|园区|企业|馆|支队|大队|派出所|法院|检察院|合作社|基地|联合会|工会|项目部|工作室)$/u;

/** True for two to four characters that begin with a family name, such as 欧阳娜 or 王 墨. */
export function isPersonName(words: string): boolean {
  const name = words.replace(/[ \u3000]/g, '');
  if (/^[\p{Script=Han}]{1,6}·[\p{Script=Han}·]{1,12}$/u.test(name)) return true;
  return /^[\p{Script=Han}]{2,4}$/u.test(name) && FAMILY_NAMES.has(name[0] ?? '') && !isUnit(name);
}

/** True for words that end as the names of authorities, parks, places and companies do. */
export function isUnit(words: string): boolean {
  return UNIT_END.test(words);
}
