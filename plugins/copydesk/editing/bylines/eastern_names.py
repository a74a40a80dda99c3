"""Names of people that stand alone on a line in Chinese or Japanese: known by the surname they begin with."""

from __future__ import annotations

import re
from typing import Final

CHINESE: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁"
    "蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段"
    "雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向汤湯温溫康施洪季聂聶柯游"
)
"""Common surnames of Chinese, in both scripts: a hundred and some, put together by hand and held to no list."""

JAPANESE: Final = frozenset(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤"
    " 斉藤 齋藤 清水 山崎 阿部 池田 橋本 石川 山下 小川 石井 長谷川 後藤 岡田 近藤 前田 藤田 遠藤 青木 坂本"
    " 村上 太田 金子 藤井 福田 西村 三浦 竹内 中川 岡本 松田 原田 中野 小野 田村 藤原 中山 石田 小島 和田"
    " 森田 内田 柴田 酒井 原 工藤 横山 宮崎 宮本 高木 安藤 谷口 大野 丸山 今井 高田 藤本 河野 小山 武田 村田"
    " 上野 杉山 増田 平野 大塚 千葉 久保 松井 岩崎 野口 桜井 木下 野村 佐野 菊地 菊池 松尾 市川 野崎 古川"
    " 水野 小松 島田 杉本 北村 西田 小池 新井 荒井 荒木 大西 平田 五十嵐 川口 川崎 福島 東 本田 久保田 服部"
    " 関 辻 岩田 土屋 中島 中嶋 田口 川村 樋口 秋山 山内 中田 永井 吉川 松岡 大久保 矢野 浅野 川上 望月 森本"
    " 吉村 馬場 浜田 濱田 黒田 堀 早川 大橋 永田 熊谷 星野 須藤 内藤 松下 西川 栗原 関口 大島 小西 片山 本間"
    " 宮田 飯田 岡崎 岡村 安田 奥村 児玉 小田 萩原 西山 高野 菅原 成田 大谷 沢田 澤田 天野 三宅 吉岡 高山 森"
    " 林 佐伯 大森 黒木 今村 上田 石原 堀内 尾崎 白石 広瀬 富田 根本 榎本 篠原 柳沢 平井 宮川 藤沢 津田 杉浦"
    " 川島 河合 渡会 田所 真鍋 上原 松村".split()
)
"""Common surnames of Japanese: two hundred and some, put together by hand and held to no list."""

_CHINESE = re.compile(r"[\u3400-\u9fff]{2,3}")
_JAPANESE = re.compile(r"[\u3400-\u9fff々]{1,3}[ \u3000]?[\u3040-\u30ff\u3400-\u9fff々]{1,4}")
SHORTEST: Final = 3
"""Characters of the shortest name in Japanese: shorter ones are as often a word."""


def is_name_alone(text: str, language: str | None) -> bool:
    """Whether a line is a name in Chinese or Japanese and nothing else: "佐伯美咲"."""
    line = text.strip()
    if language == "zh":
        return _CHINESE.fullmatch(line) is not None and line[0] in CHINESE
    if language != "ja" or len(line) < SHORTEST or not _JAPANESE.fullmatch(line):
        return False
    return any(line[:size] in JAPANESE and len(line) > size for size in (1, 2, 3))
