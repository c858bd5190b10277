/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page itself says, in both languages. What the hall says (names, the consent, what to
 * capture) comes from the service.
 */

export const texts = {
  zh: {
    title: '经办人认证',
    practice: '练习 · 无效',
    organisation: '单位',
    handler: '经办人',
    left: '剩余 {time}',
    lastMinute: '还剩不到一分钟。',
    loading: '正在打开…',
    consentTick: '我已阅读，单独同意按上述说明处理我的人脸信息',
    consentMissing: '请先勾选上面的同意，再继续；不同意的，请选择“其他认证方式”。',
    agree: '同意并开始',
    otherWay: '其他认证方式',
    back: '返回',
    declineTitle: '改用其他认证方式？',
    declineText: '不提供人脸信息也能办理。已经拍的照片会立即删除，这个二维码随之失效。',
    declineNext: '确认后请回到电脑，选择“其他认证方式”，由工作人员通过视频或在受理点核验。',
    declineSure: '确认，删除照片',
    declinedTitle: '没有使用人脸信息',
    declinedText: '照片已删除。请回到电脑，在“经办人认证”一步选择“其他认证方式”，由工作人员通过视频或在受理点核验。',
    number: '第 {n} 张，共 {total} 张',
    cameraStarting: '正在打开相机…',
    cameraDenied: '没有得到相机权限，改用手机自带的相机拍照。',
    cameraMissing: '在这里不能直接打开相机，改用手机自带的相机拍照。',
    takePicture: '打开相机拍照',
    useFile: '改用手机自带的相机',
    shoot: '拍照',
    startAction: '准备好了，开始倒数',
    counting: '倒数 {n}',
    cancel: '取消',
    taken: '已拍好。请看一看是否清晰、完整。',
    still: '刚拍的照片：{label}',
    use: '使用这张',
    again: '重拍',
    retry: '重试',
    sending: '正在发送 {percent}%',
    kept: '已收到。',
    lost: '连接中断了。照片还在手机上，没有丢；网络恢复后会自动再发，也可以按“重试”。',
    lostAnswer: '连接中断了，请检查网络后再按一次。',
    busy: '营业厅现在很忙，请过一会儿再试。照片还在手机上。',
    notPicture: '这个文件不是照片，请重新拍一张。',
    leave: '不想继续？换其他认证方式',
    finishing: '正在提交…',
    doneTitle: '认证完成，请回到电脑继续',
    doneText: '这个页面可以关闭了。',
    goneTitle: '二维码已失效，请在电脑上换一个',
    goneText: '二维码十分钟内有效，只能用一次。在电脑上按“换一个二维码”，再用手机扫描。',
    troubleTitle: '这一步没有完成',
    troubleText: '请稍后按“重试”，会从还没完成的地方继续。',
    offlineTitle: '连不上营业厅',
    offlineText: '请检查手机的网络；若营业厅开在自己的电脑上，手机要与电脑在同一个无线网中。',
  },
  en: {
    title: 'Verify the handler',
    practice: 'Practice · not valid',
    organisation: 'Organisation',
    handler: 'Handler',
    left: '{time} left',
    lastMinute: 'Less than a minute left.',
    loading: 'Opening…',
    consentTick: 'I have read this and consent separately to my face data being used as described',
    consentMissing: 'Tick the consent above to go on. If you do not consent, choose “Another way”.',
    agree: 'Agree and begin',
    otherWay: 'Another way',
    back: 'Back',
    declineTitle: 'Verify another way?',
    declineText: 'You can apply without giving face data. Pictures taken so far are deleted at ' +
      'once, and this code becomes void.',
    declineNext: 'Then go back to the computer and choose “Another way”: staff verify you by ' +
      'video or at a counter.',
    declineSure: 'Yes, delete the pictures',
    declinedTitle: 'No face data used',
    declinedText: 'The pictures are deleted. Go back to the computer and choose “Another way” ' +
      'in the step “Verify the handler”; staff verify you by video or at a counter.',
    number: 'Picture {n} of {total}',
    cameraStarting: 'Opening the camera…',
    cameraDenied: 'The camera was not allowed here; take the picture with the phone’s own camera.',
    cameraMissing: 'The camera cannot be opened here; take the picture with the phone’s own ' +
      'camera.',
    takePicture: 'Open the camera',
    useFile: 'Use the phone’s own camera',
    shoot: 'Take the picture',
    startAction: 'Ready, count down',
    counting: '{n}',
    cancel: 'Cancel',
    taken: 'Taken. Check that it is sharp and complete.',
    still: 'The picture just taken: {label}',
    use: 'Use this one',
    again: 'Take again',
    retry: 'Try again',
    sending: 'Sending, {percent}%',
    kept: 'Received.',
    lost: 'The connection was lost. The picture is still on your phone; it is sent again when ' +
      'the network is back, or press “Try again”.',
    lostAnswer: 'The connection was lost. Check the network and press again.',
    busy: 'The hall is busy. Try again in a moment; the picture is still on your phone.',
    notPicture: 'This file is not a picture. Please take another.',
    leave: 'Rather not? Verify another way',
    finishing: 'Handing in…',
    doneTitle: 'Verified. Please go on at the computer',
    doneText: 'You can close this page.',
    goneTitle: 'This code is no longer valid. Get a new one on the computer',
    goneText: 'A code lives ten minutes and works once. Press “New code” on the computer and ' +
      'scan again.',
    troubleTitle: 'This step did not work',
    troubleText: 'Try again in a moment; it goes on where it stopped.',
    offlineTitle: 'Cannot reach the hall',
    offlineText: 'Check the phone’s network. If the hall runs on your own computer, the phone ' +
      'must be in the same wireless network.',
  },
};

export const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/* The text for key, with {names} filled in from values. */
export function text(key, values = {}) {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
