"""Short plain words that the codes of papers begin with: easy to say, to spell and to tell apart."""

_LIST = """
acorn amber anchor apple apron arch arrow atlas autumn badge bagel bamboo banjo barn basil basket
beach beacon beam bell bench berry birch bison blanket bloom board boat bonnet book boot bottle bowl
branch bread breeze brick bridge brook broom brush bucket butter button cabin cable cactus candle
canoe canvas canyon carpet cart castle cedar cello chalk chapel cherry chess chime cider cinema
circle clay cliff clock cloud clover coast cobalt comet compass copper coral corner cotton crane
crayon creek cricket crown crystal cup curtain daisy dawn deer delta desk dolphin door dove drum
dune eagle earth easel echo ember engine falcon feather fence fern ferry fiddle field fig finch flag
flame flask flint flute forest fossil fountain fox frame frost garden garnet gate ginger glacier
glass globe glove goose grain grape gravel grove guitar gull hammer harbor harp harvest hazel heron
hill hinge holly honey hood horizon horn ink island ivory ivy jacket jade jar jasmine jewel jigsaw
juniper kayak kettle key kite ladder lagoon lake lamp lantern larch lark laurel lemon lily linen
lotus lute magnet maple marble market meadow melon mill mint mirror mitten moon moss mural needle
nest nickel north nutmeg oak oar oasis ocean olive onyx orbit orchard otter owl paddle palm panda
paper parrot pearl pebble pepper piano pillow pine planet plum pocket pond poppy prism pumpkin
quartz quill rabbit raft rain raven reed ribbon river robin rocket rose rudder saddle sail salmon
sand satin scarf shell silver sky slate snow spark spruce stone storm sugar summer swan tiger timber
tulip tunnel valley velvet violet wagon walnut water whale willow window winter wren zebra
"""
WORDS: tuple[str, ...] = tuple(_LIST.split())
