"""Which place lies in which, by the keys of the table of names: kaohsiung in taiwan, romania in eu."""

from __future__ import annotations

from functools import lru_cache

_MEMBERS = {
    "eu": (
        "austria,belgium,bulgaria,croatia,cyprus,czechia,denmark,estonia,finland,france,germany,"
        "greece,hungary,ireland,italy,latvia,lithuania,luxembourg,malta,netherlands,poland,portugal,"
        "romania,slovakia,slovenia,spain,sweden,eurozone"
    ),
    "eurozone": (
        "austria,belgium,croatia,cyprus,estonia,finland,france,germany,greece,ireland,italy,latvia,"
        "lithuania,luxembourg,malta,netherlands,portugal,slovakia,slovenia,spain"
    ),
    "europe": (
        "eu,eurozone,uk,norway,switzerland,iceland,ukraine,belarus,moldova,serbia,albania,bosnia,"
        "kosovo,montenegro,north macedonia,andorra,monaco,san marino,liechtenstein,vatican"
    ),
    "asia": (
        "china,taiwan,hong kong,macau,japan,south korea,north korea,mongolia,india,pakistan,"
        "bangladesh,sri lanka,nepal,bhutan,maldives,afghanistan,kazakhstan,kyrgyzstan,tajikistan,"
        "turkmenistan,uzbekistan,southeast asia,asean,middle east"
    ),
    "southeast asia": "asean,east timor",
    "asean": (
        "brunei,cambodia,indonesia,laos,malaysia,myanmar,philippines,singapore,thailand,vietnam"
    ),
    "middle east": (
        "bahrain,egypt,iran,iraq,israel,jordan,kuwait,lebanon,oman,palestine,qatar,saudi arabia,"
        "syria,turkey,uae,yemen"
    ),
    "africa": (
        "algeria,angola,benin,botswana,burkina faso,burundi,cabo verde,cameroon,"
        "central african republic,chad,comoros,congo,congo drc,djibouti,egypt,equatorial guinea,"
        "eritrea,eswatini,ethiopia,gabon,gambia,ghana,guinea,guinea-bissau,ivory coast,kenya,lesotho,"
        "liberia,libya,madagascar,malawi,mali,mauritania,mauritius,morocco,mozambique,namibia,niger,"
        "nigeria,rwanda,sao tome,senegal,seychelles,sierra leone,somalia,south africa,south sudan,"
        "sudan,tanzania,togo,tunisia,uganda,zambia,zimbabwe"
    ),
    "north america": "us,canada,mexico",
    "latin america": (
        "argentina,belize,bolivia,brazil,chile,colombia,costa rica,cuba,dominican republic,ecuador,"
        "el salvador,guatemala,guyana,haiti,honduras,mexico,nicaragua,panama,paraguay,peru,suriname,"
        "uruguay,venezuela"
    ),
    "china": (
        "beijing,shanghai,tianjin,chongqing,anhui,fujian,gansu,guangdong,guangxi,guizhou,hainan,"
        "hebei,heilongjiang,henan,hubei,hunan,inner mongolia,jiangsu,jiangxi,jilin,liaoning,ningxia,"
        "qinghai,shaanxi,shandong,shanxi,sichuan,tibet,xinjiang,yunnan,zhejiang"
    ),
    "guangdong": "guangzhou,shenzhen,dongguan,zhuhai",
    "zhejiang": "hangzhou,ningbo",
    "jiangsu": "nanjing,suzhou,wuxi",
    "hubei": "wuhan",
    "hunan": "changsha",
    "sichuan": "chengdu",
    "shaanxi": "xi'an",
    "anhui": "hefei",
    "fujian": "xiamen",
    "liaoning": "dalian,shenyang",
    "shandong": "qingdao",
    "henan": "zhengzhou",
    "shanxi": "taiyuan",
    "taiwan": (
        "taipei,new taipei,taoyuan,hsinchu,miaoli,taichung,changhua,nantou,yunlin,chiayi,tainan,"
        "kaohsiung,pingtung,yilan,hualien,taitung,keelung,penghu,kinmen"
    ),
    "hong kong": "kowloon,new territories",
    "japan": "tokyo,osaka,nagoya,hokkaido,kyushu,kumamoto",
    "south korea": "seoul",
    "india": "new delhi,mumbai",
    "thailand": "bangkok",
    "vietnam": "hanoi",
    "philippines": "manila",
    "indonesia": "jakarta",
    "malaysia": "kuala lumpur",
    "saudi arabia": "riyadh",
    "uae": "abu dhabi,dubai",
    "turkey": "istanbul",
    "us": (
        "alabama,alaska,arizona,california,colorado,florida,georgia state,illinois,indiana,kentucky,"
        "massachusetts,michigan,minnesota,nevada,new york,north carolina,ohio,oregon,pennsylvania,"
        "south carolina,tennessee,texas,virginia,washington state,washington,wisconsin,"
        "silicon valley,wall street"
    ),
    "california": "los angeles,san francisco,santa clara,silicon valley",
    "illinois": "chicago",
    "washington state": "seattle",
    "uk": "london",
    "france": "paris",
    "germany": "berlin,dresden,frankfurt,munich",
    "spain": "madrid",
    "portugal": "lisbon",
    "netherlands": "the hague",
    "belgium": "brussels",
    "switzerland": "davos,geneva",
    "russia": "moscow",
    "australia": "sydney,melbourne",
    "canada": "toronto",
}  # fmt: skip
"""Members as of 2025 (UN M49 for continents, europa.eu for the Union and its currency area)."""
SEATS = frozenset(
    [
        *(
            "beijing",
            "washington",
            "london",
            "tokyo",
            "seoul",
            "taipei",
            "moscow",
            "brussels",
            "the hague",
            "berlin",
        ),
        *("paris", "new delhi", "hanoi", "manila", "jakarta", "riyadh", "madrid", "lisbon", "wall street"),
        "silicon valley",
    ]
)
"""Seats of governments and trades, which often stand for these."""
WORLD = "world"
_REGIONS = frozenset(
    [
        *(
            "eu",
            "eurozone",
            "europe",
            "asia",
            "southeast asia",
            "asean",
            "middle east",
            "africa",
            "north america",
        ),
        "latin america",
    ]
)


@lru_cache(maxsize=1)
def _inside() -> dict[str, frozenset[str]]:
    """Each place with all that it lies in."""
    direct: dict[str, set[str]] = {}
    for whole, parts in _MEMBERS.items():
        for part in parts.split(","):
            direct.setdefault(part, set()).add(whole)
    found: dict[str, frozenset[str]] = {}

    def above(place: str) -> frozenset[str]:
        if place not in found:
            wholes = direct.get(place, set())
            found[place] = frozenset(wholes).union(*(above(whole) for whole in wholes))
        return found[place]

    for place in direct:
        above(place)
    return found


def lies_in(part: str, whole: str) -> bool:
    """Whether the first place, by its key, is a part of the second; every place is one of the world."""
    return (whole == WORLD and part != WORLD) or whole in _inside().get(part, frozenset())


def is_part_of_country(place: str) -> bool:
    """Whether the place is a city, a state or a province."""
    return any(not _is_region(whole) for whole in _inside().get(place, frozenset()))


def _is_region(place: str) -> bool:
    return place in _REGIONS
