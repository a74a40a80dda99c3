"""Words of a site's menus, which stand where names stand and name nobody: "Log in", "登录 注册"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from copydesk.text import fold

MENUS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "home", "homepage", "log in", "login", "log out", "sign in", "sign up", "sign out", "register", "my account",
        "account", "menu", "main menu", "search", "subscribe", "newsletter", "newsletters", "contact", "contact us",
        "about", "about us", "help", "privacy policy", "terms of use", "terms of service", "skip to content", "close",
        "read more", "latest news", "most read", "e-paper", "advertise", "careers", "cookie policy", "rss", "sitemap",
    ),
    "de": (
        "startseite", "zur startseite", "anmelden", "abmelden", "registrieren", "einloggen", "mein konto", "suche",
        "suchen", "abo", "abonnieren", "impressum", "datenschutz", "kontakt", "über uns", "hilfe", "agb", "mehr lesen",
    ),
    "fr": (
        "accueil", "se connecter", "connexion", "s'inscrire", "inscription", "mon compte", "recherche", "rechercher",
        "s'abonner", "abonnez-vous", "mentions légales", "nous contacter", "à propos", "aide", "lire la suite",
    ),
    "es": (
        "portada", "inicio", "iniciar sesión", "inicia sesión", "registrarse", "regístrate", "mi cuenta", "buscar",
        "suscríbete", "suscribirse", "contacto", "aviso legal", "quiénes somos", "ayuda", "hemeroteca", "leer más",
    ),
    "it": (
        "accedi", "registrati", "abbonati", "cerca", "contatti", "chi siamo", "il mio account", "leggi tutto", "aiuto",
    ),
    "pt": (
        "página inicial", "entrar", "cadastrar", "cadastre-se", "registar", "assine", "minha conta", "buscar",
        "pesquisar", "contato", "contacto", "quem somos", "fale conosco", "ajuda", "leia mais",
    ),
    "nl": ("inloggen", "registreren", "aanmelden", "mijn account", "zoeken", "abonneren", "over ons", "lees meer"),
    "pl": ("strona główna", "zaloguj się", "zarejestruj się", "logowanie", "rejestracja", "moje konto", "szukaj",
           "kontakt", "o nas", "prenumerata", "czytaj więcej"),
    "ru": ("главная", "войти", "вход", "регистрация", "зарегистрироваться", "поиск", "подписка", "подписаться",
           "контакты", "о нас", "реклама", "меню", "читать далее"),
    "uk": ("головна", "увійти", "вхід", "реєстрація", "пошук", "підписка", "контакти", "про нас", "реклама", "меню"),
    "el": ("αρχική", "σύνδεση", "εγγραφή", "αναζήτηση", "επικοινωνία", "μενού"),
    "tr": ("anasayfa", "ana sayfa", "giriş yap", "üye ol", "kayıt ol", "ara", "iletişim", "hakkımızda", "künye"),
    "ar": ("الرئيسية", "تسجيل الدخول", "تسجيل", "دخول", "بحث", "اتصل بنا", "من نحن", "القائمة", "اشترك"),
    "he": ("דף הבית", "התחברות", "הרשמה", "חיפוש", "צור קשר", "אודות", "תפריט", "כניסה"),
    "fa": ("صفحه اصلی", "ورود", "ثبت نام", "جستجو", "تماس با ما", "درباره ما", "عضویت"),
    "hi": ("होम", "लॉग इन", "साइन इन", "खोजें", "संपर्क करें", "हमारे बारे में"),
    "zh": (
        "首页", "首頁", "登录", "登錄", "登入", "注册", "註冊", "登出", "退出", "搜索", "搜尋", "订阅", "訂閱",
        "关于我们", "關於我們", "联系我们", "聯絡我們", "版权声明", "更多", "菜单", "返回首页", "会员中心", "我的账户",
        "下载", "客户端",
    ),
    "ja": (
        "ホーム", "トップ", "ログイン", "ログアウト", "会員登録", "新規登録", "登録", "検索", "購読", "お問い合わせ",
        "メニュー", "マイページ", "会社概要",
    ),
    "ko": ("홈", "로그인", "로그아웃", "회원가입", "검색", "구독", "메뉴", "마이페이지", "고객센터", "회사소개",
           "다른기사 보기", "다른 기사 보기", "다른기사", "기사 더보기", "기자페이지", "기자 페이지", "구독하기"),
    "id": ("beranda", "masuk", "daftar", "cari", "berlangganan", "tentang kami", "hubungi kami"),
    "vi": ("trang chủ", "đăng nhập", "đăng ký", "tìm kiếm", "liên hệ", "giới thiệu"),
    "sv": ("startsida", "logga in", "sök", "meny", "prenumerera", "kundservice", "kontakta oss", "om oss", "e-tidning"),
    "da": ("forside", "log ind", "søg", "abonnement", "bliv abonnent", "kontakt os", "om os", "e-avis"),
    "no": ("forside", "logg inn", "søk", "meny", "abonnement", "bli abonnent", "kontakt oss", "om oss", "e-avis"),
    "fi": ("etusivu", "kirjaudu", "kirjaudu sisään", "haku", "valikko", "tilaa", "yhteystiedot", "näköislehti"),
    "cs": ("domů", "úvod", "přihlásit", "přihlásit se", "registrace", "hledat", "předplatné", "kontakty", "o nás"),
    "hu": ("főoldal", "címlap", "bejelentkezés", "belépés", "regisztráció", "keresés", "előfizetés", "kapcsolat"),
    "ro": ("acasă", "prima pagină", "autentificare", "înregistrare", "caută", "meniu", "abonare", "despre noi"),
    "th": ("หน้าแรก", "หน้าหลัก", "เข้าสู่ระบบ", "สมัครสมาชิก", "ค้นหา", "เมนู", "ติดต่อเรา", "เกี่ยวกับเรา"),
}  # fmt: skip
"""Entries of menus as sites print them, by language."""

RELEASES: Mapping[str, tuple[str, ...]] = {
    "en": ("press release", "news release", "media release",),
    "de": ("pressemitteilung", "presseinformation", "medienmitteilung", "pressemeldung",),
    "fr": ("communiqué de presse", "communiqué",),
    "es": ("nota de prensa", "comunicado de prensa",),
    "it": ("comunicato stampa",),
    "pt": ("comunicado de imprensa", "nota de imprensa", "nota à imprensa",),
    "nl": ("persbericht",),
    "pl": ("komunikat prasowy", "informacja prasowa",),
    "ru": ("пресс-релиз",),
    "uk": ("прес-реліз",),
    "el": ("δελτίο τύπου",),
    "tr": ("basın bülteni", "basın açıklaması",),
    "ar": ("بيان صحفي",),
    "he": ("הודעה לעיתונות",),
    "fa": ("بیانیه مطبوعاتی",),
    "hi": ("प्रेस विज्ञप्ति",),
    "zh": ("新闻稿", "新聞稿",),
    "ja": ("プレスリリース", "報道発表",),
    "ko": ("보도자료",),
    "id": ("siaran pers",),
    "vi": ("thông cáo báo chí",),
    "sv": ("pressmeddelande",),
    "da": ("pressemeddelelse",),
    "no": ("pressemelding",),
    "fi": ("lehdistötiedote",),
    "cs": ("tisková zpráva",),
    "hu": ("sajtóközlemény",),
    "ro": ("comunicat de presă",),
    "th": ("ข่าวประชาสัมพันธ์",),
}  # fmt: skip
"""What is printed over a press release, by language: it names a kind of text, no sender."""

LONGEST = 4
"""Words of the longest entry."""


@lru_cache(maxsize=1)
def _entries() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(entry).split()) for row in (*MENUS.values(), *RELEASES.values()) for entry in row)


def is_menu(text: str) -> bool:
    """Whether a text is nothing but entries of menus: one ("Log in") or several in a row ("Log in Register")."""
    words = fold(text).replace("|", " ").replace("/", " ").replace("·", " ").split()
    reached = {0}
    for start in range(len(words)):
        if start in reached:
            ends = range(start + 1, min(start + LONGEST, len(words)) + 1)
            reached |= {end for end in ends if tuple(words[start:end]) in _entries()}
    return bool(words) and len(words) in reached
