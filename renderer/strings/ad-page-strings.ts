import type { AdMend } from '#engine/units/ad-page.ts';
import { catalogue } from './catalogue.ts';

/** Words for an advertiser's PDF file in a slot. */
export const adPageStrings = catalogue({
  zhCn: {
    title: '广告文件',
    size: '原件尺寸',
    page: '用第几页',
    fit: '放法',
    fits: { whole: '保持比例，全部放下', stretched: '撑满广告位' },
    grey: '印成灰度，只用黑版',
    mends: '已做的修正',
    noMends: '原样上版',
    mend: {
      spots: '专色换成四色',
      colours: '屏幕三色换成四色',
      grey: '只用黑版',
      ink: '压低总墨量',
    } satisfies Record<AdMend, string>,
    steps: { fit: '改广告放法', page: '换广告页', grey: '改广告灰度' },
  },
  en: {
    title: 'Ad file',
    size: 'Own size',
    page: 'Page of the file',
    fit: 'Fit',
    fits: { whole: 'Whole, in its shape', stretched: 'To the edges of the slot' },
    grey: 'Grey, on the black plate alone',
    mends: 'Mended',
    noMends: 'Nothing; as it came',
    mend: {
      spots: 'Spot colours mixed from four inks',
      colours: 'RGB and the like turned into inks',
      grey: 'On the black plate alone',
      ink: 'Total ink brought down',
    } satisfies Record<AdMend, string>,
    steps: { fit: 'Fit ad', page: 'Other page of the ad', grey: 'Grey of the ad' },
  },
});
