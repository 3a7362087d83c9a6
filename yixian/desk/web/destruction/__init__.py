"""/desk/archive/destruction: 档案鉴定销毁, the lists, drawing one up, and each with what is done to it."""
